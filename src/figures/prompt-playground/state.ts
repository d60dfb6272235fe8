import { objectsAt, scenes, truthOf } from '../../models/segmentation/scenes.ts';
import { type Asked, boxAround } from './answer.ts';
import type { SceneName } from './words.ts';

/** What a reader has set. */
export interface State extends Asked {
  readonly scene: SceneName;
  /** Standard deviation, in hundredths. */
  readonly noise: number;
  readonly cursor: { readonly x: number; readonly y: number };
  /** First corner of a box that is being drawn. */
  readonly corner: { readonly x: number; readonly y: number } | undefined;
  /** Whether the next of several points is in the foreground. */
  readonly isForeground: boolean;
  /** Place of the mask that stands out. */
  readonly shown: number;
}

const centres: Readonly<Record<SceneName, { x: number; y: number }>> = {
  mug: { x: 33, y: 28 },
  car: { x: 20, y: 40 },
  cells: { x: 18, y: 23 },
};

/** How a scene begins: with a click on its smallest part, and a box around what that belongs to. */
export function startOf(
  scene: SceneName,
): Pick<State, 'scene' | 'points' | 'box' | 'cursor' | 'corner' | 'shown'> {
  const at = centres[scene];
  const part = objectsAt(scenes[scene], at.x, at.y).find(({ level }) => level === 'part');
  return {
    scene,
    points: [{ ...at, isForeground: true }],
    box: part ? boxAround(truthOf(scenes[scene], part)) : { left: 0, top: 0, right: 9, bottom: 9 },
    cursor: at,
    corner: undefined,
    shown: 0,
  };
}

/** How the figure is printed. */
export const first: State = { ...startOf('mug'), noise: 4, mode: 'one', level: 'part', isForeground: true };

/** The state after a prompt is set at a pixel. */
export function set(state: State, x: number, y: number): State {
  const next = { ...state, cursor: { x, y }, shown: 0 };
  if (state.mode === 'one') return { ...next, points: [{ x, y, isForeground: true }] };
  if (state.mode === 'many') {
    return { ...next, points: [...state.points, { x, y, isForeground: state.isForeground }] };
  }
  if (!state.corner) return { ...next, corner: { x, y } };
  const box = {
    left: Math.min(state.corner.x, x),
    top: Math.min(state.corner.y, y),
    right: Math.max(state.corner.x, x) + 1,
    bottom: Math.max(state.corner.y, y) + 1,
  };
  return { ...next, corner: undefined, box };
}

/** The state after the last prompt is taken back; one point always stays. */
export const takeBack = (state: State): State =>
  state.corner
    ? { ...state, corner: undefined }
    : { ...state, shown: 0, points: state.points.slice(0, Math.max(1, state.points.length - 1)) };
