import { leastLoss, logitsOf } from '../../models/segmentation/losses.ts';
import { type Box, boxIouOf, iouOf, type Mask } from '../../models/segmentation/mask.ts';
import { type Answer, answerPrompt, type Point } from '../../models/segmentation/prompts.ts';
import type { RegionTree } from '../../models/segmentation/region-tree.ts';
import { objectsAt, type Scene, type SceneObject, truthOf } from '../../models/segmentation/scenes.ts';
import type { Level, Mode } from './words.ts';

/** What a reader has asked. */
export interface Asked {
  readonly mode: Mode;
  readonly points: readonly Point[];
  readonly box: Box;
  readonly level: Level;
}

/** A mask beside the truth. */
export interface Judged extends Answer {
  /** IoU with the truth. */
  readonly iou: number | undefined;
  /** 20 × focal + dice of a mask that is sure of each pixel by 0.95. */
  readonly loss: number | undefined;
}

/** Masks for a prompt, what is meant, and which mask the error is passed back through. */
export interface Judgement {
  readonly masks: readonly Judged[];
  readonly truth: { readonly object: SceneObject; readonly mask: Mask } | undefined;
  /** Place of the mask with the least loss; −1 where nothing is meant. */
  readonly best: number;
}

/** The box around a mask. */
export function boxAround({ width, pixels }: Mask): Box {
  const box = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
  for (const [place, inside] of pixels.entries()) {
    if (!inside) continue;
    const x = place % width;
    const y = Math.floor(place / width);
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x + 1);
    box.bottom = Math.max(box.bottom, y + 1);
  }
  return box;
}

/** What a prompt may mean: of the asked level where there is such a thing, else the nearest. */
function meantBy(scene: Scene, { mode, points, box, level }: Asked): SceneObject | undefined {
  const order: Level[] = ['subpart', 'part', 'whole'];
  if (mode === 'box') {
    const fit = (object: SceneObject): number => boxIouOf(boxAround(truthOf(scene, object)), box);
    return scene.objects.toSorted((a, b) => fit(b) - fit(a))[0];
  }
  const at = points.find(({ isForeground }) => isForeground);
  const distance = (object: SceneObject): number =>
    Math.abs(order.indexOf(object.level) - order.indexOf(level));
  return at && objectsAt(scene, at.x, at.y).toSorted((a, b) => distance(a) - distance(b))[0];
}

/** Answers a prompt, and compares with what is meant. */
export function judge(scene: Scene, tree: RegionTree, asked: Asked): Judgement {
  const answers = answerPrompt(
    tree,
    asked.mode === 'box' ? { kind: 'box', box: asked.box } : { kind: 'points', points: asked.points },
  );
  const object = meantBy(scene, asked);
  if (!object || answers.length === 0) {
    const masks = answers.map((answer) => ({ ...answer, iou: undefined, loss: undefined }));
    return { masks, truth: undefined, best: -1 };
  }
  const truth = truthOf(scene, object);
  const { best, losses } = leastLoss(
    answers.map(({ mask }) => logitsOf(mask.pixels, 0.95)),
    truth.pixels,
  );
  const masks = answers.map((answer, place) => ({
    ...answer,
    iou: iouOf(answer.mask, truth),
    loss: losses[place],
  }));
  return { masks, truth: { object, mask: truth }, best };
}
