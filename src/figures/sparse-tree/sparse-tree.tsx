import { useMemo, useState } from 'preact/hooks';
import { topAccuracies } from '../../models/medusa/published.ts';
import { bestDenseTree, greedyTree, pathAccuracy, rankAccuracies } from '../../models/medusa/sparse-tree.ts';
import { treeOf } from '../../models/medusa/tree.ts';
import { XAxis, YAxis } from '../shared/axes.tsx';
import { CandidateTreeDrawing } from '../shared/candidate-tree.tsx';
import { Choice, Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { linePath } from '../shared/paths.ts';
import { Picture } from '../shared/picture.tsx';
import { linearScale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { words } from './words.ts';

type Model = keyof typeof topAccuracies;

const height = 270;
const most = 63;
const first = { model: '7B' as Model, heads: 4, budget: 24 };

/** Tokens a step for every budget up to the largest, the sure root among them. */
function curvesOf(model: Model, heads: number) {
  const accuracies = rankAccuracies(topAccuracies[model].slice(0, heads));
  const grown = greedyTree(accuracies, most);
  let tokens = 1;
  const gains = grown.map((path) => pathAccuracy(path, accuracies));
  const sparse = [1, ...gains.map((gain) => (tokens += gain))];
  const dense = Array.from({ length: most + 1 }, (_, budget) => bestDenseTree(accuracies, budget));
  return { grown, gains, sparse, dense };
}

/** Grows a tree node by node from measured accuracies, beside the best regular trees. */
export function Figure({ lang }: { lang: Lang }) {
  const [{ model, heads, budget }, setState] = useState(first);
  const own = words[lang];
  const { grown, gains, sparse, dense } = useMemo(() => curvesOf(model, heads), [model, heads]);
  const nodes = Math.min(budget, grown.length);
  const tree = treeOf(grown.slice(0, nodes));
  const tokens = sparse[nodes] ?? 1;
  const regular = dense[nodes] ?? { widths: [], accepted: 0 };
  const newest = grown[nodes - 1]?.join('.');
  const summary = own.summary({
    model: `Vicuna-${model}`,
    nodes,
    depth: Math.max(...tree.map(({ path }) => path.length)),
    tokens: tokens.toFixed(2),
    dense: (1 + regular.accepted).toFixed(2),
    widths: regular.widths.join(' × '),
    gain: (gains[nodes - 1] ?? 0).toFixed(3),
  });
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={summary}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Choice
            label={own.model}
            options={(Object.keys(topAccuracies) as Model[]).map((value) => ({
              value,
              label: `Vicuna-${value}`,
            }))}
            value={model}
            onChange={(value) => {
              setState({ model: value, heads, budget });
            }}
          />
          <Slider
            label={own.heads}
            min={1}
            max={5}
            value={heads}
            onChange={(value) => {
              setState({ model, heads: value, budget });
            }}
          />
          <Slider
            label={own.budget}
            min={1}
            max={most}
            value={budget}
            onChange={(value) => {
              setState({ model, heads, budget: value });
            }}
          />
        </>
      }
    >
      <div class="sparse-tree-parts">
        <Picture label={own.tree} height={height} width={320}>
          {(width) => (
            <CandidateTreeDrawing
              tree={tree}
              top={10}
              width={width}
              height={height - 20}
              depth={heads}
              radius={nodes > 30 ? 3 : 5}
              classOf={(index) => (tree[index]?.path.join('.') === newest ? 'tree-chosen' : '')}
            />
          )}
        </Picture>
        <Picture label={own.curve} height={height} width={320}>
          {(width) => {
            const x = linearScale([0, most], [34, width - 8]);
            const y = linearScale([1, 2.6], [height - 44, 30]);
            const line = (values: readonly number[]): string =>
              linePath(values.map((value, index) => [x(index), y(value)]));
            return (
              <>
                <XAxis scale={x} at={height - 44} label={own.nodes} />
                <YAxis scale={y} at={34} format={(value) => value.toFixed(1)} label={own.curve} />
                <path class="sparse-tree-dense" d={line(dense.map(({ accepted }) => 1 + accepted))} />
                <path class="sparse-tree-line" d={line(sparse)} />
                <circle class="sparse-tree-point" cx={x(nodes)} cy={y(tokens)} r="5" />
                <text x={width - 8} y={y(1.35)} text-anchor="end">
                  <tspan class="sparse-tree-key">—</tspan> {own.greedy}
                </text>
                <text x={width - 8} y={y(1.2)} text-anchor="end">
                  <tspan class="sparse-tree-key-dense">--</tspan> {own.dense}
                </text>
              </>
            );
          }}
        </Picture>
      </div>
    </Frame>
  );
}
