import { useEffect, useState } from 'preact/hooks';
import { Button } from './controls.tsx';
import { useLang } from './frame.tsx';
import { sharedWords } from './words.ts';

interface StepperProps {
  /** 0-based. */
  step: number;
  count: number;
  onStep: (step: number) => void;
  /** Milliseconds that a step stays while it plays. */
  pace?: number;
}

/** Whether the reader has asked for less motion; nothing plays by itself then. */
const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Buttons that go through the steps of a process one by one, or play them. */
export function Stepper({ step, count, onStep, pace = 1400 }: StepperProps) {
  const words = sharedWords[useLang()];
  const [isPlaying, setPlaying] = useState(false);
  const [mayPlay, setMayPlay] = useState(false);
  const isLast = step >= count - 1;
  useEffect(() => {
    setMayPlay(!wantsStillness());
  }, []);
  useEffect(() => {
    if (!isPlaying) return undefined;
    if (isLast) {
      setPlaying(false);
      return undefined;
    }
    const timer = setTimeout(() => {
      onStep(step + 1);
    }, pace);
    return () => {
      clearTimeout(timer);
    };
  }, [isPlaying, isLast, step, pace, onStep]);
  const go = (to: number): void => {
    setPlaying(false);
    onStep(to);
  };
  return (
    <div class="living-control living-stepper">
      <Button
        disabled={step === 0}
        onClick={() => {
          go(step - 1);
        }}
      >
        {words.previous}
      </Button>
      <Button
        disabled={isLast}
        onClick={() => {
          go(step + 1);
        }}
      >
        {words.next}
      </Button>
      <Button
        disabled={!mayPlay}
        onClick={() => {
          if (isLast) onStep(0);
          setPlaying(!isPlaying);
        }}
      >
        {isPlaying ? words.pause : words.play}
      </Button>
      <output>{words.stepOf(step + 1, count)}</output>
    </div>
  );
}
