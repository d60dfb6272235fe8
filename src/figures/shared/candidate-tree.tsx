import { placesOf } from '../../models/medusa/layout.ts';
import type { CandidateTree } from '../../models/medusa/tree.ts';

interface CandidateTreeProps {
  tree: CandidateTree;
  /** Room for it, in pixels; `top` is where the root lies. */
  left?: number;
  top: number;
  width: number;
  height: number;
  /** Levels that there is room for, the root's not among them; as many as the tree has where it is not said. */
  depth?: number;
  radius: number;
  /** Class of a node and of the line to it. */
  classOf?: (index: number) => string;
  /** Sign in a node. */
  textOf?: (index: number) => string;
  onPick?: (index: number) => void;
}

const fixed = (value: number): string => String(Math.round(value * 10) / 10);

/** A tree of candidates, its root at the top: lines first, then nodes. */
export function CandidateTreeDrawing(props: CandidateTreeProps) {
  const { tree, left = 0, top, width, height, radius, classOf = () => '', textOf, onPick } = props;
  const places = placesOf(tree);
  const { depth = Math.max(1, ...places.map((place) => place.depth)) } = props;
  const at = (index: number): { x: number; y: number } => {
    const { across = 0, depth: level = 0 } = places[index] ?? {};
    return { x: left + across * width, y: top + (level / depth) * height };
  };
  return (
    <>
      {tree.map(({ parent }, index) => {
        if (parent === undefined) return null;
        const [from, to] = [at(parent), at(index)];
        const path = `M${fixed(from.x)} ${fixed(from.y)}L${fixed(to.x)} ${fixed(to.y)}`;
        return <path key={index} class={`tree-line ${classOf(index)}`} d={path} />;
      })}
      {tree.map((_, index) => {
        const { x, y } = at(index);
        return (
          <g
            key={index}
            class={`tree-node ${classOf(index)}`}
            transform={`translate(${fixed(x)} ${fixed(y)})`}
            {...(onPick && {
              onClick: () => {
                onPick(index);
              },
            })}
          >
            <circle r={radius} />
            {textOf && (
              <text dy="0.35em" text-anchor="middle">
                {textOf(index)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}
