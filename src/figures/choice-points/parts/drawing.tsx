import { lossTerms } from '../../../models/mtp/choice-points.ts';
import type { InBoth, Lang } from '../../shared/words.ts';

/** The sequence of figure 9 of Gloeckle et al. 2024; only the step to A is a choice. */
const names = ['1', '2', '3', '4', '5', 'A', 'B', 'C'];
const choice = 5;
const heads = 3;

const cell = 40;
const left = 92;
const top = 44;

const zh = {
  label: '3 token 预测的损失项：涂色的 6 项因选择点而难',
  from: '站在',
  to: '预测',
};
const words: InBoth<typeof zh> = {
  zh,
  en: {
    label: 'Terms of the loss of 3-token prediction: the 6 filled ones are hard because of the choice',
    from: 'at',
    to: 'predict',
  },
};

/** Terms of the loss as cells: a row for where the model stands, a column for what it predicts. */
export function Drawing({ lang }: { lang: Lang }) {
  const own = words[lang];
  const side = names.length * cell;
  const at = (index: number): number => index * cell;
  return (
    <svg
      class="living-svg choice-points"
      viewBox={`0 0 ${String(left + side + 6)} ${String(top + side + 6)}`}
      width="100%"
      role="img"
      aria-label={own.label}
    >
      <text x={left} y="14">
        {own.to} →
      </text>
      <text x="0" y={top + cell / 2} dy="0.35em">
        {own.from} ↓
      </text>
      {names.map((name, index) => (
        <g key={name}>
          <text x={left + at(index) + cell / 2} y={top - 9} text-anchor="middle">
            {name}
          </text>
          <text x={left - 12} y={top + at(index) + cell / 2} dy="0.35em" text-anchor="end">
            {name}
          </text>
        </g>
      ))}
      {lossTerms(names.length, heads, choice).map(({ from, to, isHard }) => (
        <rect
          key={`${String(from)} ${String(to)}`}
          class={isHard ? 'choice-points-hard' : 'choice-points-easy'}
          x={left + at(to) + 3}
          y={top + at(from) + 3}
          width={cell - 6}
          height={cell - 6}
        />
      ))}
      <path
        class="choice-points-line"
        d={`M${String(left + at(choice))} ${String(top - 4)}V${String(top + side)}`}
      />
      <path
        class="choice-points-line"
        d={`M${String(left - 4)} ${String(top + at(choice))}H${String(left + side)}`}
      />
    </svg>
  );
}
