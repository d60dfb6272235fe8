import { vicuna7bTree } from '../../../models/medusa/published.ts';
import { treeOf } from '../../../models/medusa/tree.ts';
import { CandidateTreeDrawing } from '../../shared/candidate-tree.tsx';
import type { InBoth, Lang } from '../../shared/words.ts';

const width = 460;
const height = 270;
const left = 78;

const zh = {
  label: '作者为 Vicuna-7B 选的 64 节点树',
  level: (level: number, nodes: number): string =>
    level === 0 ? `根 ${String(nodes)}` : `头 ${String(level)}：${String(nodes)}`,
};
const words: InBoth<typeof zh> = {
  zh,
  en: {
    label: 'The authors’ tree of 64 nodes for Vicuna-7B',
    level: (level, nodes) =>
      level === 0 ? `root: ${String(nodes)}` : `head ${String(level)}: ${String(nodes)}`,
  },
};

/** The authors' tree with the number of nodes on each level; the way of first guesses is marked. */
export function Drawing({ lang }: { lang: Lang }) {
  const tree = treeOf(vicuna7bTree);
  const own = words[lang];
  const depth = Math.max(...tree.map(({ path }) => path.length));
  const y = (level: number): number => 14 + (level / depth) * (height - 28);
  return (
    <svg
      class="living-svg medusa-published-tree"
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      width="100%"
      role="img"
      aria-label={own.label}
    >
      {Array.from({ length: depth + 1 }, (_, level) => (
        <text key={level} x="0" y={y(level)} dy="0.35em">
          {own.level(level, tree.filter(({ path }) => path.length === level).length)}
        </text>
      ))}
      <CandidateTreeDrawing
        tree={tree}
        left={left}
        top={14}
        width={width - left}
        height={height - 28}
        radius={4}
        classOf={(index) => (tree[index]?.path.every((rank) => rank === 0) === true ? 'tree-seen' : '')}
      />
    </svg>
  );
}
