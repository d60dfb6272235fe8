import { restoreLabels, rewriteFlowchart, type SourceLine } from './diagram-flowchart.ts';
import type { DiagramProblem } from './diagram-kinds.ts';
import { checkStatements, checkWords, type GatedKind } from './diagram-mermaid-gates.ts';
import { joinNames } from './diagram-sequence.ts';

type Report = (problem: DiagramProblem) => void;

const headers: readonly (readonly [RegExp, GatedKind | 'flowchart'])[] = [
  [/^(?:graph|flowchart)\b/u, 'flowchart'],
  [/^stateDiagram(?:-v2)?$/u, 'state'],
  [/^sequenceDiagram$/u, 'sequence'],
  [/^classDiagram(?:-v2)?$/u, 'class'],
  [/^erDiagram$/u, 'er'],
];

const otherKinds =
  /^(?:pie|gantt|gitGraph|mindmap|journey|timeline|quadrantChart|requirementDiagram|C4\w+|sankey|xychart|block|packet|kanban|architecture|radar|treemap|zenuml|info)\b/u;

const drawnKinds = 'flowchart, stateDiagram-v2, sequenceDiagram, classDiagram and erDiagram are';

const frontMatter = /^\s*---\n(?<yaml>[\s\S]*?)\n\s*---[ \t]*(?=\n|$)/u;
const describing = /^acc(?:Title|Descr)\s*:/u;

/** The statements of a diagram, without comments, front matter and descriptions. */
function statementsOf(source: string): SourceLine[] {
  const head = frontMatter.exec(source)?.[0] ?? '';
  const skipped = head.split('\n').length - 1;
  return source
    .slice(head.length)
    .split('\n')
    .map((text, index) => ({ text: text.trim(), line: skipped + index }))
    .filter(({ text }) => text !== '' && !text.startsWith('%%') && !describing.test(text));
}

/** The title that Mermaid's own front matter or its `accTitle` gives a diagram. */
export function mermaidTitle(source: string): string | undefined {
  const title = /^title:\s*(?<title>.+)$/mu.exec(frontMatter.exec(source)?.groups?.yaml ?? '')?.groups?.title;
  const name = title ?? /^\s*accTitle\s*:\s*(?<title>.+)$/mu.exec(source)?.groups?.title;
  return name?.trim().replace(/^(["'])(.*)\1$/u, '$2');
}

const decoded = (svg: string): string =>
  svg.replace(
    /&(?:amp|lt|gt|quot|#39);/gu,
    (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' })[entity] ?? "'",
  );

/**
 * SVG of a Mermaid diagram, drawn without a browser by beautiful-mermaid. That library leaves out what
 * it does not understand, so each statement is read here first; nothing is drawn where one is not.
 */
export async function drawMermaid(source: string, report: Report): Promise<string | undefined> {
  const [header, ...statements] = statementsOf(source);
  const kind = headers.find(([pattern]) => pattern.test(header?.text ?? ''))?.[1];
  if (!header || kind === undefined) {
    const name = header?.text.split(/\s/u)[0] ?? '';
    const isKnown = otherKinds.test(name);
    report({
      kind: isKnown ? 'unsupported' : 'syntax',
      message: isKnown
        ? `Mermaid's \`${name}\` is not drawn here.`
        : 'A Mermaid diagram begins with its kind.',
      hint: `${drawnKinds}; dot draws any graph`,
      line: header?.line,
      text: header?.text,
    });
    return undefined;
  }
  const problems: DiagramProblem[] = [];
  const note: Report = (problem) => void problems.push(problem);
  let text: string;
  if (kind === 'flowchart') text = rewriteFlowchart([header, ...statements], note);
  else {
    const readable =
      kind === 'sequence' ? statements.map((one) => ({ ...one, text: joinNames(one.text) })) : statements;
    checkStatements(kind, readable, note);
    text = [header, ...readable].map((statement) => statement.text).join('\n');
  }
  problems.forEach(report);
  if (problems.length > 0) return undefined;
  const { renderMermaidSVG } = await import('beautiful-mermaid');
  try {
    const svg = renderMermaidSVG(text, { padding: 8, bg: 'var(--paper)', fg: 'currentColor' });
    if (kind !== 'flowchart') checkWords(statements, decoded(svg), report);
    return restoreLabels(svg).replaceAll('(no attributes)', '（无属性）');
  } catch (error) {
    const message = `The diagram cannot be drawn: ${error instanceof Error ? error.message : String(error)}`;
    report({ kind: 'unsupported', message, line: header.line, text: header.text });
    return undefined;
  }
}
