import { layOut, longestLayout } from './diagram-dot-thread.ts';
import type { DiagramProblem } from './diagram-kinds.ts';

/**
 * Graphviz knows no widths of Han characters and takes five sixths of an em for each. It is told of
 * type that is larger by a fifth than what is printed, so that they fit into their boxes.
 */
export const dotTypeScale = 1.2;

const fontSize = 14 * dotTypeScale;
const type = { fontname: 'Helvetica', fontsize: fontSize };

/** What Graphviz says of fonts is about widths that {@link dotTypeScale} makes up for. */
const aboutFonts = /no value for width|font/iu;

function problemOf(message: string, level: string | undefined, source: string): DiagramProblem {
  const place = /in line (?<line>\d+)(?: near '(?<text>[^]*)')?/u.exec(message)?.groups;
  const lines = source.split('\n');
  if (level === 'error' || place) {
    // At the end of the source, Graphviz has nothing to be near to.
    const line = Math.min(Number(place?.line ?? 1), lines.length) - 1;
    return { kind: 'syntax', message: `Graphviz: ${message}`, line, text: place?.text };
  }
  const quoted = /(?:"|shape |opening )(?<text>[\w./-]+)/u.exec(message)?.groups?.text;
  const line = quoted === undefined ? -1 : lines.findIndex((text) => text.includes(quoted));
  return {
    kind: 'unsupported',
    message: `Graphviz: ${message}`,
    ...(line < 0 ? {} : { line, text: quoted }),
  };
}

/**
 * SVG of a graph in the DOT language, drawn by Graphviz as WebAssembly; nothing where it is not DOT, or
 * takes too long: few nodes with many edges between them keep Graphviz busy for hours.
 */
export async function drawDot(
  source: string,
  report: (problem: DiagramProblem) => void,
): Promise<string | undefined> {
  const options = {
    format: 'svg',
    graphAttributes: { bgcolor: 'transparent', ...type },
    nodeAttributes: type,
    edgeAttributes: { ...type, fontsize: fontSize * 0.86 },
  };
  const result = await layOut({ source, options });
  if (!result) {
    report({
      kind: 'too-large',
      message: `Graphviz has found no layout within ${String(longestLayout / 1000)} seconds.`,
      hint: 'draw fewer edges, or divide the graph',
    });
    return undefined;
  }
  const { status, output, errors } = result;
  for (const { message, level } of errors) {
    if (level === 'error' || !aboutFonts.test(message)) report(problemOf(message, level, source));
  }
  if (status === 'success') return output;
  if (errors.length === 0) report({ kind: 'syntax', message: 'There is no graph in the block.' });
  return undefined;
}
