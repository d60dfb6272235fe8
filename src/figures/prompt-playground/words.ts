import type { scenes } from '../../models/segmentation/scenes.ts';
import type { InBoth } from '../shared/words.ts';

export type SceneName = keyof typeof scenes;
export type Mode = 'one' | 'many' | 'box';
export type Level = 'whole' | 'part' | 'subpart';

interface Words {
  title: string;
  scene: string;
  scenes: Readonly<Record<SceneName, string>>;
  mode: string;
  modes: Readonly<Record<Mode, string>>;
  noise: string;
  meant: string;
  levels: Readonly<Record<Level, string>>;
  sign: string;
  foreground: string;
  background: string;
  undo: string;
  shown: string;
  stage: (x: number, y: number) => string;
  /** Names of what scenes hold. */
  objects: Readonly<Record<string, string>>;
  nothing: string;
  /** Heads of the table. */
  rank: string;
  pixels: string;
  expected: string;
  actual: string;
  loss: string;
  passed: string;
  yes: string;
  prompt: (mode: Mode, x: number, y: number, count: number) => string;
  summary: (prompt: string, count: number) => string;
  verdict: (object: string, place: number, iou: string, surest: boolean) => string;
  noTruth: string;
}

export const words: InBoth<Words> = {
  zh: {
    title: '可提示分割的演示：经典的区域合并，不是 SAM',
    scene: '合成图',
    scenes: { mug: '杯子', car: '小车', cells: '细胞' },
    mode: '提示',
    modes: { one: '一个点', many: '多个点', box: '框' },
    noise: '噪声',
    meant: '真值取',
    levels: { whole: '整体', part: '部分', subpart: '子部分' },
    sign: '下一点',
    foreground: '前景 +',
    background: '背景 −',
    undo: '撤回一点',
    shown: '突出第几张',
    stage: (x, y) =>
      `图像，光标在第 ${String(x)} 列第 ${String(y)} 行。方向键移动，按住 Shift 走得快；回车放下提示，退格撤回。`,
    objects: {
      mug: '杯子',
      label: '色块',
      dot: '圆点',
      car: '车',
      wheel: '车轮',
      window: '车窗',
      hub: '轮毂',
      cell: '细胞',
      nucleus: '细胞核',
      nucleolus: '核仁',
    },
    nothing: '没有可用的掩码',
    rank: '次序',
    pixels: '像素',
    expected: '预计 IoU',
    actual: '真实 IoU',
    loss: '20×focal+dice',
    passed: '回传',
    yes: '是',
    prompt: (mode, x, y, count) =>
      mode === 'one'
        ? `点 (${String(x)}, ${String(y)})`
        : mode === 'many'
          ? `${String(count)} 个点`
          : `框，一角在 (${String(x)}, ${String(y)})`,
    summary: (prompt, count) => `${prompt}：得到 ${String(count)} 张掩码。`,
    verdict: (object, place, iou, surest) =>
      `真值取“${object}”时，损失最小的是第 ${String(place)} 张，IoU ${iou}，误差只从它回传；${surest ? '它也是' : '它不是'}预计 IoU 最高的一张。`,
    noTruth: '这里只有背景，没有真值可比。',
  },
  en: {
    title: 'Promptable segmentation illustrated by classical region merging, not by SAM',
    scene: 'Synthetic picture',
    scenes: { mug: 'Mug', car: 'Car', cells: 'Cells' },
    mode: 'Prompt',
    modes: { one: 'One point', many: 'Several points', box: 'Box' },
    noise: 'Noise',
    meant: 'Truth is the',
    levels: { whole: 'whole', part: 'part', subpart: 'subpart' },
    sign: 'Next point',
    foreground: 'foreground +',
    background: 'background −',
    undo: 'Take back a point',
    shown: 'Highlight mask',
    stage: (x, y) =>
      `Picture, cursor in column ${String(x)}, row ${String(y)}. Arrow keys move it, faster with Shift; Enter sets a prompt, Backspace takes one back.`,
    objects: {
      mug: 'mug',
      label: 'label',
      dot: 'dot',
      car: 'car',
      wheel: 'wheel',
      window: 'window',
      hub: 'hub',
      cell: 'cell',
      nucleus: 'nucleus',
      nucleolus: 'nucleolus',
    },
    nothing: 'No mask fits',
    rank: 'Rank',
    pixels: 'Pixels',
    expected: 'Expected IoU',
    actual: 'Actual IoU',
    loss: '20×focal+dice',
    passed: 'Passed back',
    yes: 'yes',
    prompt: (mode, x, y, count) =>
      mode === 'one'
        ? `Point (${String(x)}, ${String(y)})`
        : mode === 'many'
          ? `${String(count)} points`
          : `Box with a corner at (${String(x)}, ${String(y)})`,
    summary: (prompt, count) => `${prompt}: ${String(count)} ${count === 1 ? 'mask' : 'masks'}. `,
    verdict: (object, place, iou, surest) =>
      `If the ${object} is meant, mask ${String(place)} has the least loss (IoU ${iou}), and the error is passed back through it alone; it is ${surest ? 'also' : 'not'} the one with the highest expected IoU.`,
    noTruth: 'There is only background here, and no truth to compare with.',
  },
};
