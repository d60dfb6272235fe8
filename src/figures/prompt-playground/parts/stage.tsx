import { useEffect, useRef } from 'preact/hooks';
import type { Point } from '../../../models/segmentation/prompts.ts';
import type { Picture } from '../../../models/segmentation/region-tree.ts';
import type { Scene, Shape } from '../../../models/segmentation/scenes.ts';
import type { State } from '../state.ts';

const drawn = (shape: Shape, key: number) => {
  const fill = `rgb(${shape.fill.join(' ')})`;
  return shape.kind === 'rect' ? (
    <rect key={key} x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={fill} />
  ) : (
    <ellipse key={key} cx={shape.cx} cy={shape.cy} rx={shape.rx} ry={shape.ry} fill={fill} />
  );
};

/** The pixels that are segmented, noise and all. */
function Pixels({ picture }: { picture: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const image = context.createImageData(picture.width, picture.height);
    for (let pixel = 0; pixel < picture.width * picture.height; pixel += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        image.data[4 * pixel + channel] = 255 * (picture.colours[3 * pixel + channel] ?? 0);
      }
      image.data[4 * pixel + 3] = 255;
    }
    context.putImageData(image, 0, 0);
  }, [picture]);
  return <canvas ref={canvas} width={picture.width} height={picture.height} aria-hidden="true" />;
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface StageProps {
  scene: Scene;
  picture: Picture;
  state: State;
  label: string;
  masks: readonly string[];
  truth: string;
  onSet: (x: number, y: number) => void;
  onMove: (x: number, y: number) => void;
  onBack: () => void;
}

/** The picture with masks and prompts over it; it takes clicks, drags and keys. */
export function Stage({ scene, picture, state, label, masks, truth, onSet, onMove, onBack }: StageProps) {
  const { width, height } = scene;
  const pixelAt = (event: PointerEvent & { currentTarget: SVGSVGElement }): [number, number] => {
    const box = event.currentTarget.getBoundingClientRect();
    const within = (share: number, count: number): number =>
      Math.max(0, Math.min(count - 1, Math.floor(share * count)));
    return [
      within((event.clientX - box.left) / box.width, width),
      within((event.clientY - box.top) / box.height, height),
    ];
  };
  const { cursor, box, corner, mode } = state;
  return (
    <div class="prompt-playground-stage">
      <svg viewBox={`0 0 ${String(width)} ${String(height)}`} aria-hidden="true">
        {scene.shapes.map(drawn)}
      </svg>
      <Pixels picture={picture} />
      <svg
        class="prompt-playground-over"
        viewBox={`0 0 ${String(width)} ${String(height)}`}
        tabIndex={0}
        role="application"
        aria-label={label}
        onPointerDown={(event) => {
          onSet(...pixelAt(event));
          if (mode === 'box') event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={(event) => {
          const [x, y] = pixelAt(event);
          if (corner && (Math.abs(x - corner.x) > 1 || Math.abs(y - corner.y) > 1)) onSet(x, y);
        }}
        onKeyDown={(event) => {
          const move = moves[event.key];
          if (!move && !['Enter', ' ', 'Backspace', 'Delete'].includes(event.key)) return;
          event.preventDefault();
          if (move) {
            const stride = event.shiftKey ? 6 : 1;
            onMove(
              Math.max(0, Math.min(width - 1, cursor.x + stride * move[0])),
              Math.max(0, Math.min(height - 1, cursor.y + stride * move[1])),
            );
          } else if (event.key === 'Enter' || event.key === ' ') onSet(cursor.x, cursor.y);
          else onBack();
        }}
      >
        {masks.map((path, place) => (
          <path
            key={place}
            d={path}
            class={`prompt-playground-mask prompt-playground-${String(place + 1)}${place === state.shown ? ' prompt-playground-shown' : ''}`}
          />
        ))}
        {truth && <path d={truth} class="prompt-playground-truth" />}
        {mode === 'box' ? (
          <rect
            class="prompt-playground-box"
            x={corner ? Math.min(corner.x, cursor.x) : box.left}
            y={corner ? Math.min(corner.y, cursor.y) : box.top}
            width={corner ? Math.abs(corner.x - cursor.x) + 1 : box.right - box.left}
            height={corner ? Math.abs(corner.y - cursor.y) + 1 : box.bottom - box.top}
          />
        ) : (
          state.points.map(({ x, y, isForeground }: Point, place) => (
            <g key={place} transform={`translate(${String(x + 0.5)} ${String(y + 0.5)})`}>
              <circle
                r="1.7"
                class={`prompt-playground-point prompt-playground-${isForeground ? 'plus' : 'minus'}`}
              />
              <path class="prompt-playground-sign" d={isForeground ? 'M-1 0H1M0 -1V1' : 'M-1 0H1'} />
            </g>
          ))
        )}
        <path
          class="prompt-playground-cursor"
          d={`M${String(cursor.x + 0.5)} ${String(cursor.y - 2)}v5m-2.5 -2.5h5`}
        />
      </svg>
    </div>
  );
}
