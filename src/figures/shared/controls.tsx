import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { useOwnId } from './frame.tsx';

interface Labelled {
  label: string;
}

interface SliderProps extends Labelled {
  min: number;
  max: number;
  step?: number;
  value: number;
  /** The value for readers, with its unit; also what a screen reader says. */
  text?: string;
  onChange: (value: number) => void;
}

/** A number on a line. For a logarithmic one, let the value be the exponent and `text` the power. */
export function Slider({ label, min, max, step = 1, value, text = String(value), onChange }: SliderProps) {
  const id = useOwnId();
  return (
    <div class="living-control living-slider">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={value}
        aria-valuetext={text}
        onInput={({ currentTarget }) => {
          onChange(currentTarget.valueAsNumber);
        }}
      />
      <output for={id}>{text}</output>
    </div>
  );
}

interface ChoiceProps<Value extends string> extends Labelled {
  options: readonly { readonly value: Value; readonly label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few: radio buttons side by side. */
export function Choice<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  const name = useOwnId();
  return (
    <div class="living-control living-choice" role="radiogroup" aria-labelledby={`${name}-label`}>
      <span id={`${name}-label`}>{label}</span>
      <span class="living-options">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value);
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </span>
    </div>
  );
}

/** One of many. */
export function Select<Value extends string>({ label, options, value, onChange }: ChoiceProps<Value>) {
  const id = useOwnId();
  return (
    <div class="living-control">
      <label for={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value as Value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

interface ToggleProps extends Labelled {
  value: boolean;
  onChange: (value: boolean) => void;
}

export function Toggle({ label, value, onChange }: ToggleProps) {
  return (
    <label class="living-control living-toggle">
      <input
        type="checkbox"
        checked={value}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.checked);
        }}
      />
      <span>{label}</span>
    </label>
  );
}

interface NumberFieldProps extends Labelled {
  value: number;
  /** What the text means, or nothing where it means no number; `Number` by default. */
  parse?: (text: string) => number | undefined;
  /** The value as text. */
  format?: (value: number) => string;
  onChange: (value: number) => void;
}

const parseNumber = (text: string): number | undefined =>
  text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);

/** A number to type. What is no number is marked, and leaves the value as it was. */
export function NumberField({
  label,
  value,
  parse = parseNumber,
  format = String,
  onChange,
}: NumberFieldProps) {
  const id = useOwnId();
  // What stands in the field while it is edited; it need not be how the value would be written.
  const [draft, setDraft] = useState<string>();
  const isWrong = draft !== undefined && parse(draft) === undefined;
  return (
    <div class="living-control">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autocomplete="off"
        spellcheck={false}
        value={draft ?? format(value)}
        aria-invalid={isWrong}
        onInput={({ currentTarget }) => {
          setDraft(currentTarget.value);
          const parsed = parse(currentTarget.value);
          if (parsed !== undefined) onChange(parsed);
        }}
        onBlur={() => {
          setDraft(undefined);
        }}
      />
    </div>
  );
}

interface ButtonProps {
  onClick: () => void;
  disabled?: boolean;
  children: ComponentChildren;
}

export const Button = ({ onClick, disabled = false, children }: ButtonProps) => (
  <button type="button" class="living-button" disabled={disabled} onClick={onClick}>
    {children}
  </button>
);
