import type { Element, ElementContent } from 'hast';
import { visit } from '../visit-tree.ts';

type Point = readonly [x: number, y: number];

const number = (value: unknown, fallback = 0): number => {
  const parsed = Number.parseFloat(String(value));
  return Number.isFinite(parsed) ? parsed : fallback;
};

/** The corners of a line, without those that lie on the one before. */
function cornersOf({ tagName, properties }: Element): Point[] {
  const corners: Point[] =
    tagName === 'line'
      ? [
          [number(properties.x1), number(properties.y1)],
          [number(properties.x2), number(properties.y2)],
        ]
      : Array.from(
          (typeof properties.points === 'string' ? properties.points : '').matchAll(
            /(-?[\d.]+)[\s,]+(-?[\d.]+)/gu,
          ),
          ([, x, y]) => [number(x), number(y)],
        );
  return corners.filter(
    ([x, y], index) => index === 0 || x !== corners[index - 1]?.[0] || y !== corners[index - 1]?.[1],
  );
}

/** A marker's own shapes, put where the end of a line is. */
function placed(marker: Element, at: Point, before: Point, strokeWidth: number): Element {
  const angle = (Math.atan2(at[1] - before[1], at[0] - before[0]) * 180) / Math.PI;
  const { refX, refY } = marker.properties;
  const transform = [
    `translate(${String(at[0])} ${String(at[1])})`,
    `rotate(${String(Math.round(angle * 100) / 100)})`,
    `scale(${String(strokeWidth)})`,
    `translate(${String(-number(refX))} ${String(-number(refY))})`,
  ].join(' ');
  return {
    type: 'element',
    tagName: 'g',
    properties: { transform },
    children: structuredClone(marker.children),
  };
}

const idIn = (reference: unknown): string | undefined => /^url\(#(.+)\)$/u.exec(String(reference))?.[1];

/**
 * Draws the markers at the ends of lines as shapes of their own. Markers are found by id, and two
 * drawings on one page would share theirs.
 *
 * `<line … marker-end="url(#arrow)"/>` → `<line …/><g transform="…"><polygon …/></g>`
 */
export function expandMarkers(svg: Element): void {
  const markers = new Map<string, Element>();
  visit(svg, 'element', (element) => {
    if (element.tagName === 'marker') markers.set(String(element.properties.id), element);
  });
  visit(svg, 'element', (element, index, parent) => {
    const { markerStart, markerEnd } = element.properties;
    if ((markerStart ?? markerEnd) === undefined || !parent || index === undefined) return undefined;
    const corners = cornersOf(element);
    const shapes: ElementContent[] = [];
    for (const [reference, points] of [
      [markerEnd, corners],
      [markerStart, corners.toReversed()],
    ] as const) {
      const marker = markers.get(idIn(reference) ?? '');
      const [before, at] = points.slice(-2);
      if (!marker || !before || !at) continue;
      const isTurned = points === corners || marker.properties.orient === 'auto-start-reverse';
      const from: Point = isTurned ? before : [2 * at[0] - before[0], 2 * at[1] - before[1]];
      shapes.push(placed(marker, at, from, number(element.properties.strokeWidth, 1)));
    }
    parent.children.splice(index + 1, 0, ...shapes);
    return index + 1 + shapes.length;
  });
}
