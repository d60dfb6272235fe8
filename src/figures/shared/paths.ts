type Point = readonly [x: number, y: number];

/** Tenths of a pixel are as fine as anybody sees, and keep paths short. */
const place = (value: number): string => String(Math.round(value * 10) / 10);

/** `d` of a line through points; where one is not finite the line is broken. */
export function linePath(points: Iterable<Point>): string {
  let path = '';
  let isDown = false;
  for (const [x, y] of points) {
    if (Number.isFinite(x) && Number.isFinite(y)) {
      path += `${isDown ? 'L' : 'M'}${place(x)} ${place(y)}`;
      isDown = true;
    } else {
      isDown = false;
    }
  }
  return path;
}

/** `d` of the area between a line and a level, such as the zero of a scale. */
export function areaPath(points: readonly Point[], level: number): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return '';
  return `${linePath(points)}L${place(last[0])} ${place(level)}L${place(first[0])} ${place(level)}Z`;
}
