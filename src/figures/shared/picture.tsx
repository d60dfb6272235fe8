import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

interface PictureProps {
  /** What the picture is, for those who do not see it. Pictures with controls inside have none: `interactive`. */
  label: string;
  /** In pixels; the same on every screen, so that nothing moves when the width becomes known. */
  height: number;
  /** Width that the server draws for. */
  width?: number;
  /** Whether something inside can be reached by keyboard; it is a group then, no image. */
  interactive?: boolean;
  children: (width: number) => ComponentChildren;
}

/**
 * A drawing as wide as its column, drawn anew for the width there is: signs stay as large as text on a
 * phone too. Without a script the drawing for `width` is fitted in.
 */
export function Picture({ label, height, width: first = 640, interactive = false, children }: PictureProps) {
  const box = useRef<SVGSVGElement>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.round(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <svg
      ref={box}
      class="living-svg"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width="100%"
      height={height}
      role={interactive ? 'group' : 'img'}
      aria-label={label}
    >
      {children(width)}
    </svg>
  );
}
