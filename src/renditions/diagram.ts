import { escapeHtml } from '../escape-html.ts';
import type { DiagramProblem, DiagramRendition, DiagramRequest } from './diagram-kinds.ts';
import { themedSvg } from './diagram-svg.ts';

/** Characters of source beyond which a diagram is not drawn: layouts take more than linear time. */
const longestSource = 30_000;

/**
 * Draws a diagram as SVG without a browser. The drawing has neither styles nor fonts of its own: its
 * colours are `currentColor` and custom properties of the stylesheet, so that it follows the theme.
 *
 * Never throws for what an author wrote: what is wrong comes back under `problems`, and the figure
 * then shows the source.
 */
export async function drawDiagram(request: DiagramRequest): Promise<DiagramRendition> {
  const { kind, source } = request;
  const problems: DiagramProblem[] = [];
  const report = (problem: DiagramProblem): void => void problems.push(problem);
  let { title } = request;
  let svg: string | undefined;
  let typeScale = 1;
  if (source.length > longestSource) {
    const message = `The diagram has ${String(source.length)} characters; ${String(longestSource)} are the limit.`;
    report({ kind: 'too-large', message, hint: 'divide it' });
  } else if (kind === 'dot') {
    // Both programs are large; an article loads those that it uses.
    const { dotTypeScale, drawDot } = await import('./diagram-dot.ts');
    svg = await drawDot(source, report);
    typeScale = dotTypeScale;
  } else {
    const { drawMermaid, mermaidTitle } = await import('./diagram-mermaid.ts');
    svg = await drawMermaid(source, report);
    title ??= mermaidTitle(source);
  }
  const themed = svg === undefined ? undefined : themedSvg(svg, title ?? request.unnamed, typeScale, report);
  const drawing =
    themed?.html ??
    `<pre class="offence" tabindex="0"><code translate="no">${escapeHtml(source)}</code></pre>`;
  const caption = title === undefined ? '' : `<figcaption>${escapeHtml(title)}</figcaption>`;
  return {
    kind: 'diagram',
    html: `<figure class="diagram">${drawing}${caption}</figure>`,
    text: [title, themed?.text].filter(Boolean).join(' '),
    problems,
  };
}
