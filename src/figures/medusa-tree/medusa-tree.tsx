import { useState } from 'preact/hooks';
import {
  attentionMask,
  candidatesOf,
  cartesianPaths,
  cartesianTokens,
  routeTo,
  treeOf,
} from '../../models/medusa/tree.ts';
import { CandidateTreeDrawing } from '../shared/candidate-tree.tsx';
import { Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { Picture } from '../shared/picture.tsx';
import type { Lang } from '../shared/words.ts';
import { MaskDrawing } from './parts/mask.tsx';
import { words } from './words.ts';

const height = 300;
const widest = [3, 3, 2] as const;
/** The example of the paper's figure 2, and its node 1.2. */
const first = { widths: [2, 3, 0], chosen: 4 };

/** A tree from the first guesses of up to three heads, with its mask and its candidates. */
export function Figure({ lang }: { lang: Lang }) {
  const [{ widths, chosen }, setState] = useState(first);
  const own = words[lang];
  const used = widths.filter((width) => width > 0);
  const tree = treeOf(cartesianPaths(used));
  const node = Math.min(chosen, tree.length - 1);
  const route = routeTo(tree, node);
  const candidates = candidatesOf(tree);
  const nameOf = (index: number): string =>
    (tree[index]?.path ?? []).map((rank) => String(rank + 1)).join('.') || own.root;
  const choose = (index: number): void => {
    setState({ widths, chosen: index });
  };
  const summary = own.summary({
    widths: used.join(' × '),
    candidates: candidates.length,
    tokens: cartesianTokens(used),
    apart: candidates.length * used.length,
    node: nameOf(node),
    depth: route.length - 1,
    ancestors: route.slice(0, -1).map(nameOf),
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
          {widest.map((max, head) => (
            <Slider
              key={head}
              label={own.head(head + 1)}
              min={head === 2 ? 0 : 1}
              max={max}
              value={widths[head] ?? 0}
              onChange={(value) => {
                setState({
                  widths: widths.map((width, index) => (index === head ? value : width)),
                  chosen: node,
                });
              }}
            />
          ))}
          <Slider
            label={own.node}
            min={0}
            max={tree.length - 1}
            value={node}
            text={nameOf(node)}
            onChange={choose}
          />
        </>
      }
    >
      <div class="medusa-tree-parts">
        <div>
          <p>{own.tree}</p>
          <Picture label={own.tree} height={height} width={320}>
            {(width) => (
              <CandidateTreeDrawing
                tree={tree}
                top={16}
                width={width}
                height={height - 32}
                radius={width / candidates.length < 20 ? 7 : 10}
                classOf={(index) =>
                  index === node ? 'tree-chosen' : route.includes(index) ? 'tree-seen' : ''
                }
                textOf={(index) => String((tree[index]?.path.at(-1) ?? -1) + 1 || own.root)}
                onPick={choose}
              />
            )}
          </Picture>
        </div>
        <div>
          <p>{own.mask}</p>
          <Picture label={own.mask} height={height} width={320}>
            {(width) => (
              <MaskDrawing
                mask={attentionMask(tree)}
                chosen={node}
                size={Math.min(width, height)}
                nameOf={nameOf}
                onPick={choose}
              />
            )}
          </Picture>
        </div>
      </div>
      <p class="medusa-tree-candidates">
        {own.candidates}
        {candidates.map((candidate) => (
          <span key={candidate.at(-1)} class={candidate.includes(node) ? 'medusa-tree-through' : ''}>
            {candidate.map((index) => (tree[index]?.path.at(-1) ?? -1) + 1 || own.root).join('→')}
          </span>
        ))}
      </p>
    </Frame>
  );
}
