/** Languages of diagrams that are drawn when the site is built. */
export type DiagramKind = 'dot' | 'mermaid';

const kinds: Readonly<Record<string, DiagramKind>> = {
  dot: 'dot',
  graphviz: 'dot',
  gv: 'dot',
  mermaid: 'mermaid',
};

/** The diagram language that a fence names, or nothing for code. */
export function diagramKind(name: string): DiagramKind | undefined {
  const lower = name.toLowerCase();
  return Object.hasOwn(kinds, lower) ? kinds[lower] : undefined;
}

/** A diagram to be drawn. */
export interface DiagramRequest {
  readonly kind: DiagramKind;
  readonly source: string;
  readonly title?: string | undefined;
  /** How its words become its name where it has no title: what stands before them, and between two. */
  readonly unnamed: readonly [lead: string, comma: string];
}

/** What is wrong with a diagram, and where in its source. */
export interface DiagramProblem {
  readonly kind: 'syntax' | 'unsupported' | 'too-large';
  readonly message: string;
  readonly hint?: string | undefined;
  /** Line of the source, counted from 0; absent where the diagram as a whole is meant. */
  readonly line?: number | undefined;
  /** Words of that line that are meant. */
  readonly text?: string | undefined;
}

/** One drawn diagram. */
export interface DiagramRendition {
  readonly kind: 'diagram';
  /** A figure with the drawing, for pages. */
  readonly html: string;
  /** The words in the drawing, for search. */
  readonly text: string;
  readonly problems: readonly DiagramProblem[];
}
