import type { Element, ElementContent, Properties } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { EXIT, visit } from '../visit-tree.ts';
import type { DiagramProblem, DiagramRequest } from './diagram-kinds.ts';
import { expandMarkers } from './diagram-markers.ts';

const shapes = new Set([
  'g',
  'path',
  'polygon',
  'polyline',
  'line',
  'rect',
  'circle',
  'ellipse',
  'text',
  'tspan',
]);

const kept = new Set(
  `d points x y x1 y1 x2 y2 cx cy r rx ry dx dy width height transform textAnchor fontSize fontWeight
  fontStyle textDecoration strokeWidth strokeDashArray strokeLineJoin`.split(/\s+/u),
);

/** Colours of the drawing programs' own themes, by what they mean in ours. */
const themeColors: Readonly<Record<string, string>> = {
  'var(--fg)': 'currentColor',
  'var(--bg)': 'var(--paper)',
  'var(--_text)': 'currentColor',
  'var(--_text-sec)': 'currentColor',
  'var(--_text-muted)': 'var(--ink-soft)',
  'var(--_text-faint)': 'var(--ink-soft)',
  'var(--_line)': 'var(--ink-soft)',
  'var(--_arrow)': 'var(--ink-soft)',
  'var(--_node-fill)': 'var(--panel)',
  'var(--_node-stroke)': 'var(--tick)',
  'var(--_group-fill)': 'none',
  'var(--_group-hdr)': 'var(--panel)',
  'var(--_inner-stroke)': 'var(--hairline)',
  'var(--_key-badge)': 'var(--hairline)',
  black: 'currentColor',
  '#000000': 'currentColor',
  white: 'var(--paper)',
  '#ffffff': 'var(--paper)',
  transparent: 'none',
  none: 'none',
};

const color = /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([\d\s.,%/]+\))$/iu;

/**
 * A colour that follows the theme: an author's own is mixed with paper or ink, so that text on it and
 * lines in it can be seen in the dark as well.
 */
function paint(value: string, role: 'fill' | 'stroke' | 'text'): string {
  const known = themeColors[value.toLowerCase()];
  if (known !== undefined) return known;
  if (!color.test(value)) return role === 'fill' ? 'none' : 'currentColor';
  const [share, ground] = { fill: [30, 'paper'], stroke: [70, 'ink'], text: [55, 'ink'] }[role];
  return `color-mix(in oklab, ${value} ${String(share)}%, var(--${String(ground)}))`;
}

const rounded = (value: string): string =>
  value.replace(/-?\d+\.\d{3,}/gu, (digits) => String(Math.round(Number(digits) * 100) / 100));

const asText = (value: Properties[string]): string =>
  Array.isArray(value) ? value.join(' ') : String(value ?? '');

function colorsOf({ tagName, properties }: Element): Properties {
  const fill = asText(properties.fill);
  const stroke = asText(properties.stroke);
  if (tagName === 'text') return { fill: fill === '' ? 'currentColor' : paint(fill, 'text') };
  if (tagName === 'tspan') return fill === '' ? {} : { fill: paint(fill, 'text') };
  return {
    // An arrowhead has one colour for its outline and its inside.
    ...(fill === '' ? {} : { fill: paint(fill, fill === stroke ? 'stroke' : 'fill') }),
    ...(stroke === '' ? {} : { stroke: paint(stroke, 'stroke') }),
  };
}

/** The shapes of a drawing and nothing else: no ids, styles, fonts, links, scripts or tooltips. */
function clean(nodes: readonly ElementContent[], typeScale: number): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [];
    if (!shapes.has(node.tagName)) return node.tagName === 'a' ? clean(node.children, typeScale) : [];
    const isText = node.tagName === 'text' || node.tagName === 'tspan';
    const properties: Properties = colorsOf(node);
    if (properties.fill === 'none' && (properties.stroke ?? 'none') === 'none') return [];
    for (const [name, value] of Object.entries(node.properties)) {
      if (!kept.has(name) || value === undefined || value === null) continue;
      const size = name === 'fontSize' ? Number.parseFloat(asText(value)) / typeScale : undefined;
      properties[name] = size === undefined ? rounded(asText(value)) : String(Math.round(size * 10) / 10);
    }
    const children = isText
      ? node.children.flatMap((child) => (child.type === 'text' ? [child] : clean([child], typeScale)))
      : clean(node.children, typeScale);
    if (node.tagName === 'g' && children.length === 0) return [];
    return [{ type: 'element', tagName: node.tagName, properties, children }];
  });
}

/** The words of a drawing, in the order in which they are drawn. */
function wordsOf(svg: Element): string[] {
  const words: string[] = [];
  visit(svg, 'element', (element) => {
    if (element.tagName !== 'text') return;
    let text = '';
    visit(element, 'text', ({ value }) => void (text += value));
    if (text.trim() !== '') words.push(text.trim());
  });
  return words;
}

/** In pixels: on a phone, a wider drawing would be too small to be read, and scrolls instead. */
const widest = 440;

/**
 * Makes of a drawing program's SVG one that follows the theme of the page.
 *
 * `<g id="node1"><polygon fill="lightblue" stroke="black" …/>` →
 * `<g><polygon fill="color-mix(in oklab, lightblue 30%, var(--paper))" stroke="currentColor" …/>`
 *
 * @param title what the drawing shows, or how its words become its name.
 * @param typeScale how much larger than printed the program believes the type to be.
 */
export function themedSvg(
  source: string,
  title: string | DiagramRequest['unnamed'],
  typeScale: number,
  report: (problem: DiagramProblem) => void,
): { html: string; text: string } | undefined {
  let svg: Element | undefined;
  visit(fromHtml(source, { fragment: true }), 'element', (element) => {
    if (element.tagName !== 'svg') return undefined;
    svg = element;
    return EXIT;
  });
  if (!svg) return undefined;
  const links: Element[] = [];
  visit(svg, { tagName: 'a' }, (link) => void links.push(link));
  if (links.length > 0) {
    report({
      kind: 'unsupported',
      message: 'Links in a diagram lead nowhere here.',
      hint: 'link from the text',
    });
  }
  expandMarkers(svg);
  const box = asText(svg.properties.viewBox)
    .split(/[\s,]+/u)
    .map(Number);
  const [left = 0, top = 0, width = 0, height = 0] = box.map((value) => Math.round(value * 100) / 100);
  const words = wordsOf(svg);
  const name = typeof title === 'string' ? title : title[0] + words.join(title[1]).slice(0, 120);
  const drawing: Element = {
    type: 'element',
    tagName: 'svg',
    properties: {
      role: 'img',
      ...(width > widest && { className: ['wide'] }),
      viewBox: [left, top, width, height].join(' '),
      width: Math.ceil(width),
      height: Math.ceil(height),
    },
    children: [
      { type: 'element', tagName: 'title', properties: {}, children: [{ type: 'text', value: name }] },
      ...clean(svg.children, typeScale),
    ],
  };
  return { html: toHtml(drawing, { space: 'svg' }), text: words.join(' ') };
}
