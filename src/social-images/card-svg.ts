import { waveformPath } from '../articles/waveform.ts';
import { type Card, cardSize } from './card.ts';
import type { CardTypesetters } from './card-faces.ts';
import { drawLine, round, trackedLine } from './draw-line.ts';
import { fitLine, fitTitle, type TitleSize } from './fit-title.ts';
import type { Palette } from './palette.ts';
import type { Typesetter } from './typesetter.ts';

const margin = 64;
const inner = cardSize.width - 2 * margin;
const right = cardSize.width - margin;

/** The title may be this high, from the first hairline down to the waveform. */
const titleSpace = { top: 122, bottom: 398 };
const titleSizes: readonly TitleSize[] = [
  { size: 100, lines: 2 },
  { size: 88, lines: 2 },
  { size: 76, lines: 3 },
  { size: 64, lines: 3 },
  { size: 52, lines: 4 },
];
const brandSizes: readonly TitleSize[] = [
  { size: 68, lines: 1 },
  { size: 56, lines: 2 },
];
const lineHeight = 1.26;
/** From the top of a line to its baseline, so that Chinese characters stand in its middle. */
const baselineOfLine = 1.01;

const wave = { top: 410, height: 116 };
const ruler = 542;
const label = 25;
const baselines = { head: 82, foot: 592 };
const tracking = { wordmark: 0.18, brand: 0.1 };

function drawHead({ site, fact }: Card, { label: typesetter }: CardTypesetters, palette: Palette): string {
  const wordmark = trackedLine(site.toUpperCase(), typesetter, tracking.wordmark);
  const square = `<path fill="${palette.signal}" d="M${String(margin)} ${String(baselines.head - 18)}h18v18h-18z"/>`;
  const facts = fitLine(fact, typesetter.measure, inner / 2 / label);
  return [
    square,
    `<g fill="${palette.ink}">${drawLine(wordmark, typesetter, margin + 36, baselines.head, label)}</g>`,
    `<g fill="${palette.inkSoft}">${drawLine(facts, typesetter, right - facts.width * label, baselines.head, label)}</g>`,
    `<path stroke="${palette.hairline}" stroke-width="2" d="M${String(margin)} 113H${String(right)}"/>`,
  ].join('');
}

function drawTitle({ title, isBrand }: Card, typesetters: CardTypesetters, palette: Palette): string {
  const space = titleSpace.bottom - titleSpace.top;
  const typesetter = isBrand ? typesetters.label : typesetters.title;
  const { size, lines } = isBrand
    ? brandTitle(title, typesetter)
    : fitTitle(title, typesetter.measure, inner, titleSizes);
  const height = size * lineHeight;
  const top = titleSpace.top + (space - height * lines.length) / 2;
  const drawn = lines.map((line, place) =>
    drawLine(line, typesetter, margin, top + place * height + size * baselineOfLine, size),
  );
  return `<g fill="${palette.ink}">${drawn.join('')}</g>`;
}

/** The brand on one line, its letters spaced; on more where it is too long. */
function brandTitle(title: string, typesetter: Typesetter) {
  const line = trackedLine(title, typesetter, tracking.brand);
  const size = brandSizes[0]?.size ?? 0;
  return line.width * size <= inner
    ? { size, lines: [line] }
    : fitTitle(title, typesetter.measure, inner, brandSizes);
}

/** The waveform over a scale with a tick for every fourth stroke. */
function drawSignal({ signal }: Card, palette: Palette): string {
  const step = inner / Math.max(1, signal.length);
  const ticks = Array.from({ length: Math.floor(signal.length / 4) + 1 }, (_, place) => {
    const length = place % 7 === 0 ? 14 : 7;
    return `M${round(margin + place * 4 * step)} ${String(ruler)}v${String(length)}`;
  });
  return [
    `<path transform="translate(${String(margin)} ${String(wave.top)})" fill="none" stroke="${palette.signal}" stroke-width="${round(step * 0.34)}" d="${waveformPath(signal, step, wave.height)}"/>`,
    `<path fill="none" stroke="${palette.tick}" stroke-width="2" d="M${String(margin)} ${String(ruler)}H${String(right)}${ticks.join('')}"/>`,
  ].join('');
}

function drawFoot(card: Card, { label: typesetter }: CardTypesetters, palette: Palette): string {
  const end = fitLine(card.right, typesetter.measure, inner / 2 / label);
  const start = fitLine(card.left, typesetter.measure, inner / label - end.width - 2);
  return `<g fill="${palette.inkSoft}">${drawLine(start, typesetter, margin, baselines.foot, label)}${drawLine(end, typesetter, right - end.width * label, baselines.foot, label)}</g>`;
}

/**
 * A card as SVG of outlines alone: it looks the same wherever it is drawn.
 *
 * @param typesetters have prepared the card's texts.
 */
export function cardSvg(card: Card, typesetters: CardTypesetters, palette: Palette): string {
  const { width, height } = cardSize;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">`,
    `<rect width="${String(width)}" height="${String(height)}" fill="${palette.paper}"/>`,
    drawHead(card, typesetters, palette),
    drawTitle(card, typesetters, palette),
    drawSignal(card, palette),
    drawFoot(card, typesetters, palette),
    '</svg>',
  ].join('');
}
