import type { DiagramProblem } from './diagram-kinds.ts';

type Report = (problem: DiagramProblem) => void;

/** A line of a diagram's source, with its number counted from 0. */
export interface SourceLine {
  readonly text: string;
  readonly line: number;
}

interface Group {
  readonly id: string;
  readonly label: string;
  readonly line: number;
  direction?: string;
  readonly nodes: string[];
  readonly groups: Group[];
}

/** Brackets around a node's label, longest first, and how the drawing library writes that shape. */
const brackets: readonly (readonly [open: string, close: string, drawn: readonly [string, string]])[] = [
  ['(((', ')))', ['(((', ')))']],
  ['([', '])', ['([', '])']],
  ['((', '))', ['((', '))']],
  ['[[', ']]', ['[[', ']]']],
  ['[(', ')]', ['[(', ')]']],
  ['[/', '\\]', ['[/', '\\]']],
  ['[\\', '/]', ['[\\', '/]']],
  ['[/', '/]', ['[', ']']],
  ['[\\', '\\]', ['[', ']']],
  ['{{', '}}', ['{{', '}}']],
  ['[', ']', ['[', ']']],
  ['(', ')', ['(', ')']],
  ['{', '}', ['{', '}']],
  ['>', ']', ['>', ']']],
];

const nodeId = /(?:[\p{L}\p{N}_]+|[+*](?![-=.]))(?:[-./+*][\p{L}\p{N}_]+)*/uy;
const className = /:::(?<name>[\w-]+)/uy;
const link =
  /(?<start>[<xo](?=[-=]))?(?<line>-{2,}[->xo]|={2,}[=>xo]|-\.+-[>xo]?|~{3,})(?:\s*\|(?<label>[^|]*)\|)?/uy;
const linkWithText =
  /(?<start>[<xo](?=[-=]))?(?:--\s*(?<solid>[^-\s>|][^|]*?)\s*(?<line1>-{2,}[->xo])|==\s*(?<thick>[^=\s>|][^|]*?)\s*(?<line2>={2,}[=>xo])|-\.\s*(?<dotted>[^.\s>|][^|]*?)\s*\.+(?<line3>-[>xo]?))/uy;

/** Signs that would end a label for the library stand in for themselves from a private range. */
const privateUse = 0xe000;

/** A label as the library may read it; see {@link restoreLabels}. */
function safeLabel(label: string): string {
  const text = label
    .trim()
    .replace(/^"(.*)"$/su, '$1')
    .replace(/^`(.*)`$/su, '$1')
    .replace(/<br\s*\/?>/giu, '\n')
    .replace(/#quot;/gu, '"')
    .replace(/#(\d+);/gu, (_entity, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/[[\](){}<>|"/\\*~&;]/gu, (sign) => String.fromCharCode(privateUse + sign.charCodeAt(0)))
    .replaceAll('\n', '<br>');
  return text === '' ? ' ' : text;
}

/** Puts the signs back that {@link rewriteFlowchart} has replaced in labels. */
export const restoreLabels = (svg: string): string =>
  svg.replace(/[\uE020-\uE07E]/gu, (sign) => `&#${String(sign.charCodeAt(0) - privateUse)};`);

/** Reads the statements of a flowchart, each to its end. */
class FlowchartReader {
  readonly edges: string[] = [];
  readonly styles: string[] = [];
  readonly #report: Report;
  readonly #ids = new Map<string, string>();
  readonly #nodes = new Map<string, string>();
  readonly #placed = new Set<string>();
  readonly #open: Group[] = [];
  readonly root: Group = { id: '', label: '', line: 0, nodes: [], groups: [] };

  constructor(report: Report) {
    this.#report = report;
  }

  /** Ids in Latin letters, which are all that the library knows. */
  #idOf(name: string): string {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    const id = `n${String(this.#ids.size)}`;
    this.#ids.set(name, id);
    return id;
  }

  statement({ text, line }: SourceLine): void {
    const [word = ''] = /^\p{L}+/u.exec(text) ?? [];
    const rest = text.slice(word.length).trim();
    const current = this.#open.at(-1);
    if (word === 'subgraph') {
      const parts = /^(?<id>[^\s["]+)\s*\[(?<label>.*)\]$/u.exec(rest)?.groups;
      const name = parts?.id ?? rest.replace(/^"(.*)"$/u, '$1');
      const group: Group = {
        id: this.#idOf(name),
        label: safeLabel(parts?.label ?? name),
        line,
        nodes: [],
        groups: [],
      };
      (current ?? this.root).groups.push(group);
      this.#open.push(group);
    } else if (text === 'end' && current) this.#open.pop();
    else if (word === 'direction' && current && /^(?:TB|TD|BT|LR|RL)$/iu.test(rest)) current.direction = rest;
    else if (word === 'classDef' || word === 'linkStyle') this.styles.push(text);
    else if (word === 'class' || word === 'style') {
      const [names = '', value = ''] = rest.split(/\s+(.*)/su);
      this.styles.push(
        `${word} ${names
          .split(',')
          .map((name) => this.#idOf(name.trim()))
          .join(',')} ${value}`,
      );
    } else if (/^(?:click|callback|href|linkStyle)$/u.test(word) && /\s/u.test(text)) {
      this.#report({
        kind: 'unsupported',
        message: 'Links in a diagram lead nowhere here.',
        line,
        text: word,
      });
    } else this.#chain(text, line);
  }

  /** Nothing may be left open at the end. */
  finish(): void {
    for (const { line } of this.#open) {
      this.#report({
        kind: 'syntax',
        message: 'The subgraph opened here has no `end`.',
        line,
        text: 'subgraph',
      });
    }
  }

  /** The flowchart in the words of the library: groups with their nodes first, then edges. */
  print(direction: string): string {
    const group = ({ id, label, direction: own, nodes, groups }: Group): string[] => [
      `subgraph ${id} [${label}]`,
      ...(own === undefined ? [] : [`direction ${own}`]),
      ...nodes.map((node) => this.#nodes.get(node) ?? ''),
      ...groups.flatMap(group),
      'end',
    ];
    return [
      `flowchart ${direction}`,
      ...this.root.groups.flatMap(group),
      ...this.root.nodes
        .filter((node) => !this.#groupIds().has(node))
        .map((node) => this.#nodes.get(node) ?? ''),
      ...this.edges,
      ...this.styles,
    ].join('\n');
  }

  #groupIds(): Set<string> {
    const all = (group: Group): string[] => [group.id, ...group.groups.flatMap(all)];
    return new Set(this.root.groups.flatMap(all));
  }

  /** `A[甲] & B --> C -- 是 --> D` */
  #chain(text: string, line: number): void {
    let at = 0;
    const take = (pattern: RegExp): RegExpExecArray | undefined => {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match) at = pattern.lastIndex;
      return match ?? undefined;
    };
    const blank = (): void => void take(/\s*/uy);
    const fail = (message: string): void => {
      this.#report({ kind: 'syntax', message, line, text: text.slice(at).trim() || text });
    };
    let before: string[] | undefined;
    let edge: Link | undefined;
    for (;;) {
      const group: string[] = [];
      do {
        blank();
        const name = take(nodeId)?.[0];
        if (name === undefined) {
          fail(edge ? 'A line of the flowchart leads to no node.' : 'This is no statement of a flowchart.');
          return;
        }
        const shape = this.#shape(text, at);
        if (shape) at = shape.end;
        const style = take(className)?.groups?.name;
        group.push(this.#declare(name, shape?.drawn, style));
        blank();
      } while (take(/&/uy));
      if (before && edge) this.#connect(before, edge, group);
      before = group;
      if (at >= text.length) return;
      const found = take(link) ?? take(linkWithText);
      if (!found) {
        fail('This is neither a node nor a line between nodes.');
        return;
      }
      edge = linkOf(found);
      if (edge.unsupported) {
        this.#report({
          kind: 'unsupported',
          message: 'Lines end in an arrow or in nothing here.',
          line,
          text: found[0],
        });
      }
    }
  }

  #shape(text: string, at: number): { drawn: string; end: number } | undefined {
    for (const [open, close, [left, right]] of brackets) {
      if (!text.startsWith(open, at)) continue;
      const from = at + open.length;
      const isQuoted = /^\s*"/u.test(text.slice(from));
      const closing = isQuoted ? text.indexOf('"', text.indexOf('"', from) + 1) : from - 1;
      const end = text.indexOf(close, closing + 1);
      if (end < 0 || (isQuoted && closing < 0)) continue;
      return { drawn: `${left}${safeLabel(text.slice(from, end))}${right}`, end: end + close.length };
    }
    return undefined;
  }

  #declare(name: string, shape: string | undefined, style: string | undefined): string {
    const isNew = !this.#ids.has(name);
    const id = this.#idOf(name);
    if (shape !== undefined) this.#nodes.set(id, `${id}${shape}`);
    else if (isNew || !this.#nodes.has(id)) this.#nodes.set(id, `${id}[${safeLabel(name)}]`);
    if (style !== undefined) this.styles.push(`class ${id} ${style}`);
    const group = this.#open.at(-1);
    if (group && !this.#placed.has(id)) {
      this.#placed.add(id);
      group.nodes.push(id);
      const index = this.root.nodes.indexOf(id);
      if (index >= 0) this.root.nodes.splice(index, 1);
    } else if (!this.#placed.has(id) && !this.root.nodes.includes(id)) this.root.nodes.push(id);
    return id;
  }

  #connect(from: readonly string[], { operator, label }: Link, to: readonly string[]): void {
    const text = label === undefined || label.trim() === '' ? '' : `|${safeLabel(label)}|`;
    for (const start of from) for (const end of to) this.edges.push(`${start} ${operator}${text} ${end}`);
  }
}

interface Link {
  readonly operator: string;
  readonly label: string | undefined;
  /** Whether it has an end, or is of a kind, that is not drawn. */
  readonly unsupported: boolean;
}

function linkOf({ groups = {} }: RegExpExecArray): Link {
  const drawn = groups.line ?? groups.line1 ?? groups.line2 ?? groups.line3 ?? '';
  const isDotted = drawn.includes('.') || groups.dotted !== undefined;
  const isArrow = drawn.endsWith('>');
  const body = drawn.startsWith('=') ? ['===', '==>'] : isDotted ? ['-.-', '-.->'] : ['---', '-->'];
  return {
    operator: `${groups.start === '<' ? '<' : ''}${body[isArrow ? 1 : 0] ?? '-->'}`,
    label: groups.label ?? groups.solid ?? groups.thick ?? groups.dotted,
    unsupported: /[xo~]$/u.test(drawn) || /[xo]/u.test(groups.start ?? ''),
  };
}

/** Statements of a line, cut at semicolons outside of quotes. */
const statementsOf = ({ text, line }: SourceLine): SourceLine[] =>
  (text.match(/(?:"[^"]*"|[^;"]|"|(?<=#\w+);)+/gu) ?? [])
    .map((part) => ({ text: part.trim(), line }))
    .filter((part) => part.text !== '');

/**
 * A flowchart in the words of the library that draws it, which knows no ids but Latin ones, loses
 * brackets in labels, and leaves out what it does not understand.
 *
 * `输入["x (f32)"] --> 输出` → `flowchart TD`, `n0[x …]`, `n1[输出]`, `n0 --> n1`
 *
 * @param lines statements, the header first.
 */
export function rewriteFlowchart(lines: readonly SourceLine[], report: Report): string {
  const [header, ...rest] = lines.flatMap(statementsOf);
  const direction = /^\p{L}+\s+(?<direction>TB|TD|BT|LR|RL)$/iu.exec(header?.text ?? '')?.groups?.direction;
  if (header && direction === undefined && /\s/u.test(header.text)) {
    const message = 'A flowchart runs in one of the directions TB, TD, BT, LR and RL.';
    report({ kind: 'syntax', message, line: header.line, text: header.text });
  }
  const reader = new FlowchartReader(report);
  for (const statement of rest) reader.statement(statement);
  reader.finish();
  return reader.print(direction ?? 'TD');
}
