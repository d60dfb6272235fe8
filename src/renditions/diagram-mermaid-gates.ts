import type { SourceLine } from './diagram-flowchart.ts';
import type { DiagramProblem } from './diagram-kinds.ts';

/** Statements of one kind of diagram that the drawing library understands; it leaves out all others. */
interface Gate {
  readonly statements: readonly RegExp[];
  /** What opens a block, and what closes it. */
  readonly opens: RegExp;
  readonly closes: RegExp;
  /** Blocks whose lines are not statements, by what opens them. */
  readonly bodies?: { readonly opens: RegExp; readonly line: RegExp };
}

/** Kinds of diagrams with a gate; flowcharts are read and written anew instead. */
export type GatedKind = 'state' | 'sequence' | 'class' | 'er';

const state = String.raw`(?:\[\*\]|[\w\p{L}-]+)`;
const arrow = String.raw`(?:--?>?>|--?[)x])`;
const relation = String.raw`(?:<\|--|<\|\.\.|\*--|o--|-->|--\*|--o|--\|>|\.\.>|\.\.\|>|<--|<\.\.|--)`;

const gates: Readonly<Record<GatedKind, Gate>> = {
  state: {
    opens: /^state\s+(?:"[^"]+"\s+as\s+)?[\w\p{L}]+\s*\{$/u,
    closes: /^\}$/u,
    statements: [
      /^direction\s+(?:TD|TB|LR|BT|RL)$/iu,
      /^state\s+"[^"]+"\s+as\s+[\w\p{L}]+$/u,
      new RegExp(String.raw`^${state}\s*-->\s*${state}(?:\s*:\s*.+)?$`, 'u'),
      /^[\w\p{L}-]+\s*:\s*.+$/u,
    ],
  },
  sequence: {
    opens: /^(?:loop|alt|opt|par|critical|break)(?:\s|$)/u,
    closes: /^end$/u,
    statements: [
      /^(?:participant|actor)\s+\S+?(?:\s+as\s+.+)?$/u,
      /^Note\s+(?:left of|right of|over)\s+[^:]+:\s*.+$/iu,
      /^(?:else|and)(?:\s|$)/u,
      new RegExp(String.raw`^[^\s:]+?\s*${arrow}\s*[+-]?[^\s:]+?\s*:\s*.+$`, 'u'),
    ],
  },
  class: {
    opens: /^(?:class\s+\S+?(?:\s*~\w+~)?|namespace\s+\S+)\s*\{$/u,
    closes: /^\}$/u,
    bodies: { opens: /^class\s/u, line: /\S/u },
    statements: [
      /^class\s+[^\s["{]+?(?:\s*~\w+~)?(?:\s*\{\s*<<\w+>>\s*\})?$/u,
      new RegExp(
        String.raw`^[^\s:]+\s+(?:"[^"]*"\s+)?${relation}\s+(?:"[^"]*"\s+)?[^\s:]+(?:\s*:\s*.+)?$`,
        'u',
      ),
      /^[^\s:]+\s*:\s*(?!.*(?:--|\.\.>|\.\.\|>)).+$/u,
    ],
  },
  er: {
    opens: /^[^\s|{}]+\s*\{$/u,
    closes: /^\}$/u,
    bodies: { opens: /./u, line: /^\S+\s+\S+(?:\s+(?:PK|FK|UK)(?:,\s*(?:PK|FK|UK))*)?(?:\s+"[^"]*")?$/u },
    statements: [
      /^\S+\s+(?:\|\||\|o|o\||\}\||\|\{|\}o|o\{)(?:--|\.\.)(?:\|\||\|o|o\||\}\||\|\{|\}o|o\{)\s+\S+\s*:\s*.+$/u,
    ],
  },
};

/** Statements of Mermaid that are not drawn here. */
const notDrawn =
  /^(?:note|autonumber|activate|deactivate|box|rect|create|destroy|click|links?|classDef|class|style|cssClass|direction|title|option|callback|state|hide|scale|--|<<)/iu;

const keywords = new Set(
  `participant actor as note left right of over loop alt else opt par and critical break end state direction
  class namespace td tb lr bt rl pk fk uk br`.split(/\s+/u),
);

/**
 * Reports each statement that the drawing library would leave out.
 *
 * @param lines statements without the header.
 */
export function checkStatements(
  kind: GatedKind,
  lines: readonly SourceLine[],
  report: (problem: DiagramProblem) => void,
): void {
  const { opens, closes, statements, bodies } = gates[kind];
  const open: SourceLine[] = [];
  for (const statement of lines) {
    const { text, line } = statement;
    const block = open.at(-1);
    const body = block && bodies?.opens.test(block.text) ? bodies.line : undefined;
    if (closes.test(text) && block) open.pop();
    else if (body ? body.test(text) : statements.some((pattern) => pattern.test(text))) continue;
    else if (!body && opens.test(text)) open.push(statement);
    else if (notDrawn.test(text)) {
      report({ kind: 'unsupported', message: 'This statement of Mermaid is not drawn here.', line, text });
    } else report({ kind: 'syntax', message: 'This is no statement of the diagram.', line, text });
  }
  for (const { text, line } of open) {
    report({ kind: 'syntax', message: 'The block opened here is never closed.', line, text });
  }
}

/**
 * Reports each line with a word that is not in the drawing: whatever else the library may leave out,
 * an author hears of it.
 *
 * @param svg the drawing, entities decoded.
 */
export function checkWords(
  lines: readonly SourceLine[],
  svg: string,
  report: (problem: DiagramProblem) => void,
): void {
  for (const { text, line } of lines) {
    const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const lost = words.find((word) => !keywords.has(word.toLowerCase()) && !svg.includes(word));
    if (lost === undefined) continue;
    report({ kind: 'unsupported', message: `\`${lost}\` is not in the drawing.`, line, text: lost });
  }
}
