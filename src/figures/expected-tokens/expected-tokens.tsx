import { useState } from 'preact/hooks';
import { expectedTokens } from '../../models/speculative-decoding/expected-tokens.ts';
import { XAxis, YAxis } from '../shared/axes.tsx';
import { Slider } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { percent, readable } from '../shared/numbers.ts';
import { linePath } from '../shared/paths.ts';
import { Picture } from '../shared/picture.tsx';
import { linearScale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { words } from './words.ts';

const first = { gamma: 4, alpha: 0.8 };
const height = 300;
const rates = Array.from({ length: 101 }, (_, index) => index / 100);

/** The expected tokens of a verification over the acceptance rate, for drafts of one to eight tokens. */
export function Figure({ lang }: { lang: Lang }) {
  const [{ gamma, alpha }, setState] = useState(first);
  const own = words[lang];
  const tokens = expectedTokens(alpha, gamma);
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary(gamma, alpha.toFixed(2), readable(tokens), percent(tokens / (gamma + 1), 0))}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Slider
            label={own.drafted}
            min={1}
            max={8}
            value={gamma}
            onChange={(value) => {
              setState({ gamma: value, alpha });
            }}
          />
          <Slider
            label={own.rate}
            min={0}
            max={1}
            step={0.01}
            value={alpha}
            text={alpha.toFixed(2)}
            onChange={(value) => {
              setState({ gamma, alpha: value });
            }}
          />
        </>
      }
    >
      <Picture label={own.title} height={height}>
        {(width) => {
          const x = linearScale([0, 1], [36, width - 12]);
          const y = linearScale([1, 9], [height - 44, 30]);
          const line = (drafted: number): string =>
            linePath(rates.map((rate) => [x(rate), y(expectedTokens(rate, drafted))]));
          return (
            <>
              <XAxis scale={x} at={height - 44} format={(value) => value.toFixed(1)} label={own.rate} />
              <YAxis scale={y} at={36} count={8} label={own.axis} />
              {Array.from({ length: 8 }, (_, index) => index + 1).map((drafted) => (
                <path
                  key={drafted}
                  class={drafted === gamma ? 'expected-tokens-chosen' : 'expected-tokens-line'}
                  d={line(drafted)}
                />
              ))}
              <circle class="expected-tokens-point" cx={x(alpha)} cy={y(tokens)} r="5" />
            </>
          );
        }}
      </Picture>
    </Frame>
  );
}
