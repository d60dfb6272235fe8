import sharp from 'sharp';
import { cardTypesetters, type CardTypesetters } from '../social-images/card-faces.ts';
import { drawLine, round, trackedLine } from '../social-images/draw-line.ts';
import { fitLine, fitTitle, type TitleSize } from '../social-images/fit-title.ts';
import { type Palette, readPalette } from '../social-images/palette.ts';
import type { Chapter } from './chapter.ts';

/** What stands on a cover. */
export interface Cover {
  readonly title: string;
  readonly site: string;
  /** At the foot. */
  readonly authors: string;
  readonly date: string;
  readonly chapters: readonly Pick<Chapter, 'article' | 'wave'>[];
}

/** In pixels, as shops of books ask for. */
export const coverSize = { width: 1600, height: 2400 } as const;
const margin = 130;
const inner = coverSize.width - 2 * margin;
const right = coverSize.width - margin;

const titleTop = 470;
const titleSizes: readonly TitleSize[] = [
  { size: 190, lines: 2 },
  { size: 160, lines: 3 },
  { size: 130, lines: 4 },
  { size: 100, lines: 6 },
];
const lineHeight = 1.28;
const label = 40;
/** Where the waveforms begin and end, and the most that one of them takes. */
const waves = { top: 1230, bottom: 2130, most: 260 };
/** A waveform of a page is that high. */
const pageWave = 48;

function drawTitle(title: string, { title: typesetter }: CardTypesetters, palette: Palette): string {
  const { size, lines } = fitTitle(title, typesetter.measure, inner, titleSizes);
  const drawn = lines.map((line, place) =>
    drawLine(line, typesetter, margin, titleTop + place * size * lineHeight + size, size),
  );
  return `<g fill="${palette.ink}">${drawn.join('')}</g>`;
}

/** The title of a chapter, and below it the waveform of its text. */
function drawChapter(
  { article, wave }: Cover['chapters'][number],
  { label: typesetter }: CardTypesetters,
  palette: Palette,
  { top, height }: { readonly top: number; readonly height: number },
): string {
  const size = Math.min(label, height * 0.3);
  const line = fitLine(article.title, typesetter.measure, inner / size);
  const title = `<g fill="${palette.inkSoft}">${drawLine(line, typesetter, margin, top + size, size)}</g>`;
  if (!wave) return title;
  const [across, down] = [inner / wave.width, (height - size * 2) / pageWave];
  const place = `translate(${String(margin)} ${round(top + size * 1.45)}) scale(${String(across)} ${String(down)})`;
  return `${title}<path transform="${place}" fill="none" stroke="${palette.signal}" stroke-width="1.3" d="${wave.path}"/>`;
}

function drawChapters(cover: Cover, typesetters: CardTypesetters, palette: Palette): string {
  const height = Math.min(waves.most, (waves.bottom - waves.top) / cover.chapters.length);
  // A book of few chapters has them at the foot.
  const top = waves.bottom - height * cover.chapters.length;
  return cover.chapters
    .map((chapter, place) =>
      drawChapter(chapter, typesetters, palette, { top: top + place * height, height }),
    )
    .join('');
}

function coverSvg(cover: Cover, typesetters: CardTypesetters, palette: Palette): string {
  const { label: typesetter } = typesetters;
  const { width, height } = coverSize;
  const wordmark = trackedLine(cover.site.toUpperCase(), typesetter, 0.18);
  const date = fitLine(cover.date, typesetter.measure, inner / 2 / label);
  const authors = fitLine(cover.authors, typesetter.measure, inner / label - date.width - 2);
  const rule = (y: number): string =>
    `<path stroke="${palette.hairline}" stroke-width="3" d="M${String(margin)} ${String(y)}H${String(right)}"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}">`,
    `<rect width="${String(width)}" height="${String(height)}" fill="${palette.paper}"/>`,
    `<path fill="${palette.signal}" d="M${String(margin)} 190h32v32h-32z"/>`,
    `<g fill="${palette.ink}">${drawLine(wordmark, typesetter, margin + 64, 222, label)}</g>`,
    rule(290),
    drawTitle(cover.title, typesetters, palette),
    drawChapters(cover, typesetters, palette),
    rule(2190),
    `<g fill="${palette.inkSoft}">${drawLine(authors, typesetter, margin, 2260, label)}${drawLine(date, typesetter, right - date.width * label, 2260, label)}</g>`,
    '</svg>',
  ].join('');
}

/** Draws a cover: the same bytes for the same book. Its faces are from packages, never from the system. */
export async function drawCover(cover: Cover): Promise<Buffer> {
  const typesetters = cardTypesetters();
  const chapters = cover.chapters.map(({ article }) => article.title);
  await typesetters.title.prepare(`${cover.title} …`);
  await typesetters.label.prepare(
    [cover.site.toUpperCase(), cover.authors, cover.date, ...chapters, ' …'].join(''),
  );
  const svg = coverSvg(cover, typesetters, readPalette('light'));
  return sharp(Buffer.from(svg))
    .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9, effort: 1 })
    .toBuffer();
}
