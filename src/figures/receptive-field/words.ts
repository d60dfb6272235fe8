import type { Design } from '../../models/receptive-field/effective-field.ts';
import type { InBoth } from '../shared/words.ts';

interface Words {
  title: string;
  side: string;
  between: string;
  redraw: string;
  designs: Readonly<Record<Design, string>>;
  /** Heads of the table. */
  design: string;
  parameters: string;
  theoretical: string;
  effective: string;
  deviation: string;
  profile: string;
  offset: string;
  summary: (k: number, dense: string, gcn: string, stack: string, depth: number) => string;
}

export const words: InBoth<Words> = {
  zh: {
    title: '三种结构的有效感受野与参数量',
    side: '核长 k',
    between: '中间通道 m',
    redraw: '换一组权重',
    designs: { dense: '稠密 k×k', gcn: 'GCN', stack: '3×3 堆叠' },
    design: '结构',
    parameters: '参数',
    theoretical: '理论感受野',
    effective: '有效感受野',
    deviation: '标准差（格）',
    profile: '过中心一行的梯度（均方根，最大为 1）',
    offset: '离中心的格数',
    summary: (k, dense, gcn, stack, depth) =>
      `k=${String(k)}：三种结构的理论感受野都是 ${String(k)}×${String(k)}。随机权重下梯度的标准差，稠密 ${dense} 格，GCN ${gcn} 格，${String(depth)} 层 3×3 只有 ${stack} 格。`,
  },
  en: {
    title: 'Effective receptive fields and parameters of three designs',
    side: 'Kernel side k',
    between: 'Channels m in between',
    redraw: 'Draw other weights',
    designs: { dense: 'Dense k×k', gcn: 'GCN', stack: 'Stacked 3×3' },
    design: 'Design',
    parameters: 'Parameters',
    theoretical: 'Theoretical field',
    effective: 'Effective field',
    deviation: 'Deviation, cells',
    profile: 'Gradient along the middle row (root mean square, 1 at most)',
    offset: 'Cells from the middle',
    summary: (k, dense, gcn, stack, depth) =>
      `k=${String(k)}: all three reach ${String(k)}×${String(k)} cells in theory. With random weights the gradient deviates by ${dense} cells in the dense kernel, ${gcn} in GCN, and only ${stack} in ${String(depth)} layers of 3×3.`,
  },
};
