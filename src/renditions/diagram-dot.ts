import { instance } from '@viz-js/viz';
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

/** SVG of a graph in the DOT language, drawn by Graphviz as WebAssembly; nothing where it is not DOT. */
export async function drawDot(
  source: string,
  report: (problem: DiagramProblem) => void,
): Promise<string | undefined> {
  const graphviz = await instance();
  const { status, output, errors } = graphviz.render(source, {
    format: 'svg',
    graphAttributes: { bgcolor: 'transparent', ...type },
    nodeAttributes: type,
    edgeAttributes: { ...type, fontsize: fontSize * 0.86 },
  });
  for (const { message, level } of errors) {
    if (level === 'error' || !aboutFonts.test(message)) report(problemOf(message, level, source));
  }
  if (status === 'success') return output;
  if (errors.length === 0) report({ kind: 'syntax', message: 'There is no graph in the block.' });
  return undefined;
}
