import { useState } from 'preact/hooks';
import {
  devices,
  type Memory,
  memoryKinds,
  type Optimizer,
  precisions,
  totalBytes,
  trainingMemory,
} from '../../models/lora/memory.ts';
import { allTargets, type Method, trainableParameters } from '../../models/lora/methods.ts';
import { parameterCounts, transformers } from '../../models/lora/transformer.ts';
import { XAxis } from '../shared/axes.tsx';
import { Choice, Select, Slider, Toggle } from '../shared/controls.tsx';
import { Frame } from '../shared/frame.tsx';
import { bytes, percent } from '../shared/numbers.ts';
import { Picture } from '../shared/picture.tsx';
import { linearScale } from '../shared/scales.ts';
import type { Lang } from '../shared/words.ts';
import { type MethodName, words } from './words.ts';

interface State {
  model: keyof typeof transformers;
  method: MethodName;
  optimizer: Optimizer;
  precision: keyof typeof precisions;
  /** Exponents of two, as the sliders have them. */
  rank: number;
  length: number;
  isCheckpointed: boolean;
}

const first: State = {
  model: 'Qwen1.5-7B',
  method: 'lora',
  optimizer: 'adamw',
  precision: 'mixed',
  rank: 3,
  length: 10,
  isCheckpointed: true,
};

const methodNames = ['full', 'lora', 'qlora', 'adapter'] as const;
const card = 80e9;
const rowHeight = 50;
const height = methodNames.length * rowHeight + 50;

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(record) as Key[];

/** The adapted matrices are all there are; of an adapter the rank is the width of its bottleneck. */
function methodOf(name: MethodName, rank: number): Method {
  if (name === 'full') return { kind: 'full' };
  return name === 'adapter'
    ? { kind: 'adapter', bottleneck: rank }
    : { kind: name, rank, targets: allTargets };
}

/** Kinds of memory with their starts and ends, one after the other. */
function stack(memory: Memory): { kind: keyof Memory; from: number; to: number }[] {
  let from = 0;
  return memoryKinds.map((kind) => {
    const piece = { kind, from, to: from + memory[kind] };
    from = piece.to;
    return piece;
  });
}

const countText = (count: number): string =>
  count >= 1e9 ? `${(count / 1e9).toFixed(2)}B` : `${(count / 1e6).toFixed(2)}M`;

/** Memory of training by model, method, optimiser and precision, stacked by what it holds. */
export function Figure({ lang }: { lang: Lang }) {
  const [state, setState] = useState(first);
  const set = (change: Partial<State>): void => {
    setState({ ...state, ...change });
  };
  const own = words[lang];
  const model = transformers[state.model];
  const rank = 2 ** state.rank;
  const tokens = 2 ** state.length;
  const memoryOf = (name: MethodName): Memory =>
    trainingMemory(model, {
      method: methodOf(name, rank),
      optimizer: state.optimizer,
      precision: precisions[state.precision],
      tokens,
      isCheckpointed: state.isCheckpointed,
    });
  const rows = methodNames.map((name) => ({ name, memory: memoryOf(name) }));
  const chosen = memoryOf(state.method);
  const largest = memoryKinds.toSorted((a, b) => chosen[b] - chosen[a])[0] ?? 'frozen';
  const trained = trainableParameters(model, methodOf(state.method, rank));
  return (
    <Frame
      lang={lang}
      title={own.title}
      summary={own.summary({
        model: state.model,
        method: own.methods[state.method],
        total: bytes(totalBytes(chosen), 4),
        trained: countText(trained),
        share: percent(trained / parameterCounts(model).total, trained < 1e9 ? 3 : 0),
        largest: own.kinds[largest],
        cards: own.cards(devices(chosen, card)),
      })}
      onReset={() => {
        setState(first);
      }}
      controls={
        <>
          <Select
            label={own.model}
            options={keysOf(transformers).map((value) => ({ value, label: value }))}
            value={state.model}
            onChange={(value) => {
              set({ model: value });
            }}
          />
          <Choice
            label={own.method}
            options={methodNames.map((value) => ({ value, label: own.methods[value] }))}
            value={state.method}
            onChange={(value) => {
              set({ method: value });
            }}
          />
          <Select
            label={own.optimizer}
            options={keysOf(own.optimizers).map((value) => ({ value, label: own.optimizers[value] }))}
            value={state.optimizer}
            onChange={(value) => {
              set({ optimizer: value });
            }}
          />
          <Select
            label={own.precision}
            options={keysOf(precisions).map((value) => ({ value, label: own.precisionNames[value] }))}
            value={state.precision}
            onChange={(value) => {
              set({ precision: value });
            }}
          />
          <Slider
            label={own.rank}
            min={0}
            max={9}
            value={state.rank}
            text={own.rankText(rank)}
            onChange={(value) => {
              set({ rank: value });
            }}
          />
          <Slider
            label={own.length}
            min={8}
            max={14}
            value={state.length}
            text={own.lengthText(tokens)}
            onChange={(value) => {
              set({ length: value });
            }}
          />
          <Toggle
            label={own.checkpoints}
            value={state.isCheckpointed}
            onChange={(value) => {
              set({ isCheckpointed: value });
            }}
          />
        </>
      }
    >
      <Picture label={own.title} height={height}>
        {(width) => {
          const most = Math.max(card, ...rows.map(({ memory }) => totalBytes(memory)));
          const x = linearScale([0, (most * 1.02) / 1e9], [0, width]);
          const bottom = methodNames.length * rowHeight;
          return (
            <>
              {rows.map(({ name, memory }, index) => (
                <g
                  key={name}
                  class={name === state.method ? 'lora-memory-chosen' : 'lora-memory-row'}
                  transform={`translate(0 ${String(index * rowHeight)})`}
                >
                  <text y="14">{own.methods[name]}</text>
                  <text x={width} y="14" text-anchor="end">
                    {`${bytes(totalBytes(memory), 4)} · ${own.cards(devices(memory, card))}`}
                  </text>
                  {stack(memory).map(({ kind, from, to }) => (
                    <rect
                      key={kind}
                      class={`lora-memory-${kind}`}
                      x={x(from / 1e9).toFixed(1)}
                      y="21"
                      width={(x(to / 1e9) - x(from / 1e9)).toFixed(1)}
                      height="20"
                    />
                  ))}
                </g>
              ))}
              <path class="lora-memory-card" d={`M${x(card / 1e9).toFixed(1)} 18V${String(bottom)}`} />
              <XAxis scale={x} at={bottom} label={own.axis} />
            </>
          );
        }}
      </Picture>
      <ul class="lora-memory-legend" aria-label={own.legend(own.methods[state.method])}>
        {memoryKinds.map((kind) => (
          <li key={kind}>
            <svg width="12" height="12" aria-hidden="true">
              <rect class={`lora-memory-${kind}`} width="12" height="12" />
            </svg>
            <span>{own.kinds[kind]}</span>
            <output>{bytes(chosen[kind])}</output>
          </li>
        ))}
      </ul>
    </Frame>
  );
}
