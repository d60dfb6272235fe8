import { useState } from 'preact/hooks';
import { expectedTokens, keptShares, ratesFrom, speedup } from '../../models/mtp/acceptance.ts';
import { deepSeekV3, selfSpeculation } from '../../models/mtp/published.ts';
import { YAxis } from '../shared/axes.tsx';
import { Select, Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { percent } from '../shared/numbers.ts';
import { Picture } from '../shared/picture.tsx';
import { linearScale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { words } from './words.ts';

type Source = 'Wikipedia' | 'Books' | 'Code' | 'V3';

const height = 260;
const floor = height - 34;
const toCent = (value: number): number => Math.round(value * 100) / 100;

/** Rates of a source to two digits, and what a step with all drafts costs by its speed-up. */
function settingOf(source: Source): { rates: number[]; cost: number } {
  if (source === 'V3') {
    const rates = [deepSeekV3.acceptance.reduce((sum, rate) => sum + rate, 0) / 2];
    return { rates: rates.map(toCent), cost: toCent(expectedTokens(rates) / deepSeekV3.speedup) };
  }
  const { tokensPerPass, speedups } = selfSpeculation[source];
  return { rates: ratesFrom(tokensPerPass).map(toCent), cost: toCent(tokensPerPass[3] / speedups[3]) };
}

const sources = ['Wikipedia', 'Books', 'Code', 'V3', 'own'] as const;
const first = { source: 'Code' as (typeof sources)[number], ...settingOf('Code') };

/** Tokens that a step yields, draft by draft, and whether they are worth its time. */
export function Figure({ lang }: { lang: Lang }) {
  const [{ source, rates, cost }, setState] = useState(first);
  const own = words[lang];
  const shares = [1, ...keptShares(rates)];
  const gain = speedup(rates, cost);
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary({
        drafts: rates.length,
        tokens: expectedTokens(rates).toFixed(2),
        cost: cost.toFixed(2),
        speedup: gain.toFixed(2),
        isFaster: gain >= 1,
        last: percent(shares.at(-1) ?? 0, 0),
      })}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Select
            label={own.source}
            options={sources.map((value) => ({ value, label: own.sources[value] }))}
            value={source}
            onChange={(value) => {
              setState(
                value === 'own' ? { source: value, rates, cost } : { source: value, ...settingOf(value) },
              );
            }}
          />
          {rates.map((rate, index) => (
            <Slider
              key={index}
              label={own.rate(index + 1)}
              min={0}
              max={1}
              step={0.01}
              value={rate}
              text={rate.toFixed(2)}
              onChange={(value) => {
                setState({
                  source: 'own',
                  rates: rates.map((other, place) => (place === index ? value : other)),
                  cost,
                });
              }}
            />
          ))}
          <Slider
            label={own.cost}
            min={1}
            max={3}
            step={0.01}
            value={cost}
            text={cost.toFixed(2)}
            onChange={(value) => {
              setState({ source: 'own', rates, cost: value });
            }}
          />
        </>
      }
    >
      <Picture label={own.title} height={height}>
        {(width) => {
          const y = linearScale([0, 1], [floor, 34]);
          const x = linearScale([0, shares.length], [40, width]);
          const bar = Math.min(110, (x(1) - x(0)) * 0.7);
          let sum = 0;
          return (
            <>
              <YAxis scale={y} at={40} format={(value) => percent(value, 0)} label={own.axis} />
              {shares.map((share, index) => (
                <g key={index}>
                  <rect
                    class={index === 0 ? 'mtp-tokens-main' : 'mtp-tokens-draft'}
                    x={x(index + 0.5) - bar / 2}
                    y={y(share)}
                    width={bar}
                    height={floor - y(share)}
                  />
                  <text x={x(index + 0.5)} y={floor + 18} text-anchor="middle">
                    {index === 0 ? own.main : own.draft(index)}
                  </text>
                  <text
                    class={share > 0.2 ? 'mtp-tokens-inside' : ''}
                    x={x(index + 0.5)}
                    y={y(share) + (share > 0.2 ? 18 : -7)}
                    text-anchor="middle"
                  >
                    {bar > 70 ? 'Σ = ' : ''}
                    {(sum += share).toFixed(2)}
                  </text>
                </g>
              ))}
            </>
          );
        }}
      </Picture>
    </Frame>
  );
}
