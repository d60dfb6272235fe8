import { useState } from 'preact/hooks';
import {
  type Guess,
  type Input,
  inputs,
  type Knowledge,
  moments,
  type Place,
  roundAt,
} from '../../models/eagle/drafting.ts';
import { vocabulary } from '../../models/eagle/small-world.ts';
import { Choice, Select } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { percent } from '../shared/numbers.ts';
import { Picture } from '../shared/picture.tsx';
import { Stepper } from '../shared/stepper.tsx';
import type { Lang } from '../shared/words.ts';
import { words } from './words.ts';

type Drawn = 'am' | 'always';

const first: { input: Input; drawn: Drawn; step: number } = { input: 'feature', drawn: 'am', step: 2 };
const drawnTokens: readonly Drawn[] = ['am', 'always'];
const [stripHeight, planeHeight] = [138, 250];
const cellHeight = 40;

interface CellProps {
  x: number;
  y: number;
  width: number;
  text: string;
  knowledge: Knowledge;
  isRead: boolean;
}

const Cell = ({ x, y, width, text, knowledge, isRead }: CellProps) => (
  <g transform={`translate(${x.toFixed(1)} ${String(y)})`} class={`eagle-drafting-${knowledge}`}>
    <rect width={width.toFixed(1)} height={cellHeight} />
    {isRead && (
      <rect
        class="eagle-drafting-read"
        x="-3"
        y="-3"
        width={(width + 6).toFixed(1)}
        height={cellHeight + 6}
      />
    )}
    <text x={(width / 2).toFixed(1)} y={cellHeight / 2} dy="0.35em" text-anchor="middle">
      {knowledge === 'unknown' ? '?' : text}
    </text>
  </g>
);

const featureText = (index: number, knowledge: Knowledge): string =>
  `${knowledge === 'draft' ? 'f̂' : 'f'}${'₁₂₃₄'[index] ?? ''}`;

/** Tokens above, features below, one column for each place. */
function Strip({
  places,
  width,
  own,
}: {
  places: readonly Place[];
  width: number;
  own: (typeof words)['zh'];
}) {
  const left = 58;
  const column = (width - left - 6) / places.length;
  return (
    <>
      {[own.tokens, own.features].map((label, row) => (
        <text key={label} y={26 + 58 * row + cellHeight / 2} dy="0.35em">
          {label}
        </text>
      ))}
      {places.map(({ token, tokenKnowledge, featureKnowledge, isTokenRead, isFeatureRead }, index) => {
        const x = left + index * column;
        const common = { x, width: column - 10 };
        return (
          <g key={index}>
            <text
              x={(x + common.width / 2).toFixed(1)}
              y="12"
              text-anchor="middle"
              class="eagle-drafting-place"
            >
              {index + 1}
            </text>
            <Cell {...common} y={26} text={token ?? ''} knowledge={tokenKnowledge} isRead={isTokenRead} />
            <Cell
              {...common}
              y={84}
              text={featureText(index, featureKnowledge)}
              knowledge={featureKnowledge}
              isRead={isFeatureRead}
            />
          </g>
        );
      })}
    </>
  );
}

/** The circle that features lie on, with the directions of tokens outside. */
function Plane({ guess, width }: { guess: Guess; width: number }) {
  const radius = Math.min(width / 2 - 52, planeHeight / 2 - 26);
  const [cx, cy] = [width / 2, planeHeight / 2];
  const place = ([x = 0, y = 0]: readonly number[], scale = 1): [string, string] => [
    (cx + x * radius * scale).toFixed(1),
    (cy - y * radius * scale).toFixed(1),
  ];
  const [trueX, trueY] = place(guess.truth);
  const answer = guess.answer && place(guess.answer);
  return (
    <>
      <circle class="eagle-drafting-circle" cx={cx} cy={cy} r={radius.toFixed(1)} />
      {vocabulary.map((token, index) => {
        const angle = (index * 2 * Math.PI) / vocabulary.length;
        const [x, y] = place([Math.cos(angle), Math.sin(angle)], 1.17);
        const side = Math.cos(angle);
        return (
          <text
            key={token}
            x={x}
            y={y}
            dy="0.35em"
            text-anchor={side > 0.3 ? 'start' : side < -0.3 ? 'end' : 'middle'}
            class="eagle-drafting-direction"
          >
            {token}
          </text>
        );
      })}
      {guess.candidates.map(({ feature, probability }, index) => {
        const [x, y] = place(feature);
        return (
          <circle
            key={index}
            class="eagle-drafting-candidate"
            cx={x}
            cy={y}
            r={(15 * Math.sqrt(probability)).toFixed(1)}
          />
        );
      })}
      <circle class="eagle-drafting-truth" cx={trueX} cy={trueY} r="18" />
      {answer && (
        <path class="eagle-drafting-answer" d={`M${answer[0]} ${answer[1]}m-7 -7l14 14m0 -14l-14 14`} />
      )}
    </>
  );
}

/** p above q for each token. */
function Bars({ guess, width, own }: { guess: Guess; width: number; own: (typeof words)['zh'] }) {
  const left = 62;
  const room = width - left - 8;
  const row = (planeHeight - 34) / vocabulary.length;
  return (
    <>
      {vocabulary.map((token, index) => (
        <g key={token} transform={`translate(0 ${(30 + index * row).toFixed(1)})`}>
          <text x={left - 8} y={row / 2} dy="0.35em" text-anchor="end">
            {token}
          </text>
          <rect
            class="eagle-drafting-p"
            x={left}
            y="3"
            width={(room * (guess.p[index] ?? 0)).toFixed(1)}
            height={(row / 2 - 4).toFixed(1)}
          />
          {guess.q && (
            <rect
              class="eagle-drafting-q"
              x={left}
              y={(row / 2).toFixed(1)}
              width={(room * (guess.q[index] ?? 0)).toFixed(1)}
              height={(row / 2 - 4).toFixed(1)}
            />
          )}
        </g>
      ))}
      <g transform={`translate(${String(left)} 0)`}>
        <rect class="eagle-drafting-p" y="4" width="14" height="9" />
        <text x="20" y="13">
          {own.target}
        </text>
        {guess.q && (
          <>
            <rect class="eagle-drafting-q" x="110" y="4" width="14" height="9" />
            <text x="130" y="13">
              {own.draft}
            </text>
          </>
        )}
      </g>
    </>
  );
}

const Empty = ({ width, text }: { width: number; text: string }) => (
  <text x={width / 2} y={planeHeight / 2} text-anchor="middle" class="eagle-drafting-direction">
    {text}
  </text>
);

/** What is open, and what follows from it, in words. */
function describeGuess(guess: Guess, input: Input, own: (typeof words)['zh']): string {
  if (input === 'token') return own.tokenOnly;
  const rate = guess.acceptance === undefined ? '' : own.acceptance(percent(guess.acceptance, 0));
  if (guess.bits === 0) return own.closed + rate;
  const possible = guess.candidates.filter(({ probability }) => probability >= 0.01).length;
  return own.open({ possible, bits: guess.bits.toFixed(2), residual: guess.residual.toFixed(2) }) + rate;
}

/** A round of drafting step by step, for four inputs of the draft model. */
export function Figure({ lang }: { lang: Lang }) {
  const [{ input, drawn, step }, setState] = useState(first);
  const own = words[lang];
  const moment = moments[step] ?? 'forward';
  const { places, guess, acceptances } = roundAt(input, drawn, moment);
  const [one, two] = acceptances;
  const outcome =
    moment === 'verify'
      ? one === undefined || two === undefined
        ? own.unverified
        : own.verified(percent(one, 0), percent(two, 0))
      : guess
        ? describeGuess(guess, input, own)
        : '';
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={`${own.moments[moment]}${lang === 'en' ? ' ' : ''}${outcome}`}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Select
            label={own.input}
            options={inputs.map((value) => ({ value, label: own.inputs[value] }))}
            value={input}
            onChange={(value) => {
              setState({ input: value, drawn, step });
            }}
          />
          <Choice
            label={own.sampled}
            options={drawnTokens.map((value) => ({ value, label: value }))}
            value={drawn}
            onChange={(value) => {
              setState({ input, drawn: value, step });
            }}
          />
          <Stepper
            step={step}
            count={moments.length}
            pace={2200}
            onStep={(value) => {
              setState({ input, drawn, step: value });
            }}
          />
        </>
      }
    >
      <Picture label={own.strip} height={stripHeight}>
        {(width) => <Strip places={places} width={width} own={own} />}
      </Picture>
      <div class="eagle-drafting-pair">
        <Picture label={own.plane} height={planeHeight} width={310}>
          {(width) =>
            guess ? <Plane guess={guess} width={width} /> : <Empty width={width} text={own.planeEmpty} />
          }
        </Picture>
        <Picture label={own.bars} height={planeHeight} width={310}>
          {(width) =>
            guess ? (
              <Bars guess={guess} width={width} own={own} />
            ) : (
              <Empty width={width} text={own.barsEmpty} />
            )
          }
        </Picture>
      </div>
    </Frame>
  );
}
