import { describe, expect, it } from 'vitest';
import {
  type Asked,
  boxAround,
  judge,
  type Judgement,
} from '../../../src/figures/prompt-playground/answer.ts';
import { first, set, startOf, takeBack } from '../../../src/figures/prompt-playground/state.ts';
import type { SceneName } from '../../../src/figures/prompt-playground/words.ts';
import { normalFrom, randomFrom } from '../../../src/models/random.ts';
import { iouOf, type Mask } from '../../../src/models/segmentation/mask.ts';
import { buildRegionTree, type RegionTree } from '../../../src/models/segmentation/region-tree.ts';
import { paint, type SceneObject, scenes, truthOf } from '../../../src/models/segmentation/scenes.ts';

const trees = new Map<string, RegionTree>();

/** What the figure says, with its own noise. */
function ask(scene: SceneName, asked: Partial<Asked>, noise: number = first.noise): Judgement {
  const key = `${scene} ${String(noise)}`;
  const tree =
    trees.get(key) ?? buildRegionTree(paint(scenes[scene], noise / 100, normalFrom(randomFrom(7))));
  trees.set(key, tree);
  return judge(scenes[scene], tree, { ...first, ...startOf(scene), ...asked });
}

const empty: Mask = { width: 72, height: 54, pixels: new Uint8Array(72 * 54) };

function objectNamed(scene: SceneName, name: string): SceneObject {
  const object = scenes[scene].objects.find((one) => one.name === name);
  if (!object) throw new Error(`There is no ${name}.`);
  return object;
}

describe('what the article says of the playground', () => {
  it('finds dot, label and mug in three masks at first, and passes each back when it is meant', () => {
    const places = (['whole', 'part', 'subpart'] as const).map((level) => ask('mug', { level }).best);
    expect(places.toSorted()).toEqual([0, 1, 2]);
    for (const level of ['whole', 'part', 'subpart'] as const) {
      const { masks, best } = ask('mug', { level });
      expect(masks[best]?.iou).toBeGreaterThan(0.9);
    }
  });

  it('ranks the whole car second for a click on a wheel', () => {
    const { masks } = ask('car', { points: [{ x: 26, y: 40, isForeground: true }] });
    const car = truthOf(scenes.car, objectNamed('car', 'car'));
    expect(iouOf(masks[1]?.mask ?? empty, car)).toBeGreaterThan(0.95);
    expect(masks[0]?.area).toBeLessThan(200);
  });

  it('loses the small thing first where noise grows', () => {
    const best = (level: Asked['level'], noise: number): number =>
      Math.max(...ask('cells', { level }, noise).masks.map(({ iou }) => iou ?? 0));
    expect(best('subpart', 2)).toBeGreaterThan(0.9);
    expect(best('subpart', 15)).toBeLessThan(0.85);
    expect(best('whole', 15)).toBeGreaterThan(0.95);
  });
});

describe('prompts', () => {
  it('of the background mean nothing', () => {
    const { truth, best } = ask('mug', { points: [{ x: 2, y: 2, isForeground: true }] });
    expect(truth).toBeUndefined();
    expect(best).toBe(-1);
  });

  it('by a box mean what the box fits', () => {
    const box = boxAround(truthOf(scenes.mug, objectNamed('mug', 'label')));
    expect(box).toEqual({ left: 23, top: 18, right: 43, bottom: 38 });
    expect(ask('mug', { mode: 'box', box }).truth?.object.name).toBe('label');
  });

  it('are set and taken back', () => {
    const two = set({ ...first, mode: 'many', isForeground: false }, 5, 6);
    expect(two.points.at(-1)).toEqual({ x: 5, y: 6, isForeground: false });
    expect(takeBack(takeBack(two)).points).toEqual(first.points);
    const corner = set({ ...first, mode: 'box' }, 9, 9);
    expect(corner.box).toEqual(first.box);
    expect(set(corner, 4, 7).box).toEqual({ left: 4, top: 7, right: 10, bottom: 10 });
  });
});
