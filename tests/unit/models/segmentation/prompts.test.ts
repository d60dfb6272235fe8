import { describe, expect, it } from 'vitest';
import { iouOf } from '../../../../src/models/segmentation/mask.ts';
import { answerPrompt } from '../../../../src/models/segmentation/prompts.ts';
import { buildRegionTree } from '../../../../src/models/segmentation/region-tree.ts';
import { objectsAt, paint, type Scene, scenes, truthOf } from '../../../../src/models/segmentation/scenes.ts';
import { normalFrom, randomFrom } from '../../../../src/models/random.ts';

const random = randomFrom(2);
const normal = normalFrom(random);

const trees = Object.fromEntries(
  Object.entries(scenes).map(([name, scene]) => [name, buildRegionTree(paint(scene, 0.03, normal))]),
);
const treeOf = (name: keyof typeof scenes) => {
  const tree = trees[name];
  if (!tree) throw new Error(name);
  return tree;
};
const click = (x: number, y: number, isForeground = true) => ({ x, y, isForeground });
const named = (scene: Scene, name: string, place = 0) => {
  const object = scene.objects.filter((one) => one.name === name)[place];
  if (!object) throw new Error(name);
  return truthOf(scene, object);
};

describe('scenes', () => {
  it('hold parts within wholes, and areas near those of their shapes', () => {
    for (const scene of Object.values(scenes)) {
      for (const object of scene.objects) {
        const inside = truthOf(scene, object).pixels;
        const within = scene.objects.filter(
          (other) => other !== object && object.shapes.every((shape) => other.shapes.includes(shape)),
        );
        if (object.level !== 'whole') expect(within.length).toBeGreaterThan(0);
        for (const other of within) {
          const outer = truthOf(scene, other).pixels;
          expect(inside.every((one, at) => one <= (outer[at] ?? 0))).toBe(true);
        }
      }
    }
    const dot = named(scenes.mug, 'dot').pixels.reduce((sum, inside) => sum + inside, 0);
    expect(Math.abs(dot - Math.PI * 25)).toBeLessThan(6);
  });

  it('name what a pixel belongs to, the smallest first', () => {
    expect(objectsAt(scenes.mug, 33, 28).map(({ level }) => level)).toEqual(['subpart', 'part', 'whole']);
    expect(objectsAt(scenes.mug, 2, 2)).toEqual([]);
  });
});

describe('one click', () => {
  it('on a dot within a label within a mug gives all three, the surest first', () => {
    const answers = answerPrompt(treeOf('mug'), { kind: 'points', points: [click(33, 28)] });
    expect(answers).toHaveLength(3);
    for (const { name } of objectsAt(scenes.mug, 33, 28)) {
      const best = Math.max(...answers.map(({ mask }) => iouOf(mask, named(scenes.mug, name))));
      expect(best, name).toBeGreaterThan(0.9);
    }
    const scores = answers.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const score of scores) expect(score).toBeGreaterThan(0);
    for (const score of scores) expect(score).toBeLessThanOrEqual(1);
  });

  it('gives masks that hold the click and are not one and the same, wherever it falls', () => {
    for (const name of ['mug', 'car', 'cells'] as const) {
      const tree = treeOf(name);
      for (let round = 0; round < 40; round += 1) {
        const at = click(Math.floor(random() * tree.width), Math.floor(random() * tree.height));
        const answers = answerPrompt(tree, { kind: 'points', points: [at] });
        for (const [place, { mask, area }] of answers.entries()) {
          expect(mask.pixels[at.y * tree.width + at.x]).toBe(1);
          expect(mask.pixels.reduce((sum, inside) => sum + inside, 0)).toBe(area);
          for (const other of answers.slice(place + 1))
            expect(iouOf(mask, other.mask)).toBeLessThanOrEqual(0.7);
        }
      }
    }
  });
});

describe('several clicks', () => {
  it('give one mask, with the foreground and without the background', () => {
    const tree = treeOf('car');
    const points = [click(11, 30), click(20, 46), click(60, 5, false)];
    const answers = answerPrompt(tree, { kind: 'points', points });
    expect(answers).toHaveLength(1);
    expect(iouOf(answers[0]?.mask ?? named(scenes.car, 'hub'), named(scenes.car, 'car'))).toBeGreaterThan(
      0.97,
    );
  });

  it('take away a part that is not meant', () => {
    const tree = treeOf('mug');
    const points = [click(21, 11), click(33, 28, false)];
    const [answer] = answerPrompt(tree, { kind: 'points', points });
    expect(answer?.mask.pixels[28 * tree.width + 33]).toBe(0);
    expect(answer?.mask.pixels[11 * tree.width + 21]).toBe(1);
  });

  it('put two objects side by side where no region holds both alone', () => {
    const tree = treeOf('cells');
    const points = [click(19, 23), click(55, 34), click(36, 3, false)];
    const [answer] = answerPrompt(tree, { kind: 'points', points });
    expect(answer?.mask.pixels[23 * tree.width + 19]).toBe(1);
    expect(answer?.mask.pixels[34 * tree.width + 55]).toBe(1);
    expect(answer?.mask.pixels[3 * tree.width + 36]).toBe(0);
  });

  it('of the background alone give nothing', () => {
    expect(answerPrompt(treeOf('mug'), { kind: 'points', points: [click(3, 3, false)] })).toEqual([]);
    expect(answerPrompt(treeOf('mug'), { kind: 'points', points: [] })).toEqual([]);
  });
});

describe('a box', () => {
  it.each([
    ['mug', 'label', { left: 23, top: 18, right: 43, bottom: 38 }],
    ['car', 'window', { left: 22, top: 16, right: 34, bottom: 26 }],
    ['car', 'wheel', { left: 12, top: 32, right: 28, bottom: 48 }],
    ['cells', 'nucleus', { left: 12, top: 16, right: 26, bottom: 30 }],
  ] as const)('around something in %s gives the %s', (name, object, box) => {
    const [answer] = answerPrompt(treeOf(name), { kind: 'box', box });
    expect(answer?.score).toBeGreaterThan(0.7);
    expect(iouOf(answer?.mask ?? named(scenes[name], object), named(scenes[name], object))).toBeGreaterThan(
      0.9,
    );
  });
});
