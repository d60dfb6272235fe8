import type { KindTimes, RenderTime, RenderTimesTaken } from '../render-times.ts';
import type { Phase } from './progress.ts';

/** Where the time of a build went. */
export interface Profile extends RenderTimesTaken {
  readonly phases: readonly Phase[];
}

const cell = (text: string, width: number): string => text.padStart(width);
const milliseconds = (value: number): string => cell(`${value.toFixed(value < 10 ? 1 : 0)} ms`, 10);
const seconds = (value: number): string => cell(`${(value / 1000).toFixed(2)} s`, 10);

/** TeX in one line, as much of it as there is room for. */
function excerptOf(tex: string): string {
  const line = tex.replaceAll(/\s+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

/** `    31 ms  content/posts/lora/zh.md:42  \frac{\alpha}{r}` */
function lineOf({ file, line, tex, milliseconds: took }: RenderTime): string {
  const place = line === undefined ? file : `${file}:${String(line)}`;
  return `${milliseconds(took)}  ${place}${tex === undefined ? '' : `  ${excerptOf(tex)}`}`;
}

function listOf(noun: string, { count, milliseconds: sum, slowest }: KindTimes): string[] {
  if (count === 0) return ['', `  No ${noun} was rendered: all were before.`];
  const plural = `${noun}${count === 1 ? '' : 's'}`;
  const head = `  ${String(count)} ${plural} rendered in ${(sum / 1000).toFixed(2)} s, the slowest`;
  return ['', head, ...slowest.map(lineOf)];
}

/** A profile as a text of lines. */
export function profileText({ phases, articles, formulas }: Profile): string {
  const rows = phases.map(
    ({ name, milliseconds: took, processor }) => `  ${name.padEnd(8)}${seconds(took)}${seconds(processor)}`,
  );
  const lines = [
    `  ${'phase'.padEnd(8)}${cell('time', 10)}${cell('processor', 10)}`,
    ...rows,
    ...listOf('article', articles),
    ...listOf('formula', formulas),
  ];
  return `${lines.join('\n')}\n`;
}
