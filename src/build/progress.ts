import { Rate } from './rate.ts';

/** Where a display writes to; the terminal by default. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  /** Characters of a line, on a terminal. */
  readonly columns?: number;
  write(text: string): unknown;
}

/** A phase that is over. */
export interface Phase {
  readonly name: string;
  /** From its start to its end, in milliseconds. */
  readonly milliseconds: number;
  /** Processor time of the process with all its threads, in milliseconds. */
  readonly processor: number;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** Processor time of this process so far, in milliseconds. */
const processorTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

export const countOf = (number: number, noun: string): string =>
  `${String(number)} ${noun}${number === 1 ? '' : 's'}`;

/** Milliseconds between two writings of the line that counts up. */
const pace = 80;

/**
 * One line for each phase of a build: what is done, of how much, how fast, and how long it took. On a terminal
 * the line counts up; elsewhere it is printed once, when the phase is over.
 */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #clock: () => number;
  readonly #start: number;
  readonly #startProcessor = processorTime();
  readonly #phases: Phase[] = [];
  #phase = '';
  #phaseStart = 0;
  #processorStart = 0;
  #written = -Infinity;
  #rate = new Rate();

  /** @param clock milliseconds since the process was started. */
  constructor(stream: ProgressStream = process.stdout, clock = (): number => performance.now()) {
    this.#stream = stream;
    this.#clock = clock;
    this.#start = clock();
  }

  begin(phase: string): void {
    this.#phase = phase;
    this.#phaseStart = this.#clock();
    this.#processorStart = processorTime();
    this.#rate = new Rate();
    this.#show('');
  }

  /**
   * Shows on a terminal how far the phase has come.
   *
   * @param total of how many, where that is known.
   */
  update(done: number, noun: string, total?: number): void {
    if (!this.#stream.isTTY) return;
    const now = this.#clock();
    const rate = this.#rate.of(done, now);
    if (now - this.#written < pace && done !== total) return;
    const count = total === undefined ? countOf(done, noun) : `${String(done)}/${countOf(total, noun)}`;
    const speed = rate === undefined ? '' : `, ${rate < 10 ? rate.toFixed(1) : rate.toFixed(0)}/s`;
    this.#show(count + speed);
  }

  /** Ends the phase with what it did. */
  end(result: string): void {
    const clear = this.#stream.isTTY ? '\r\u001B[2K' : '';
    const milliseconds = this.#clock() - this.#phaseStart;
    this.#stream.write(`${clear}  ${this.#phase.padEnd(8)} ${result} (${seconds(milliseconds)})\n`);
    const processor = processorTime() - this.#processorStart;
    this.#phases.push({ name: this.#phase, milliseconds, processor });
    this.#phase = '';
  }

  /** Leaves an unfinished phase, so that other text can follow. */
  abandon(): void {
    if (this.#phase !== '' && this.#stream.isTTY) this.#stream.write('\r\u001B[2K');
    this.#phase = '';
  }

  /** Time since the display was made, `3.4 s`. */
  get elapsed(): string {
    return seconds(this.#clock() - this.#start);
  }

  /**
   * The phases that are over, what came before them, and what came between and behind them: together the time
   * since the process was started.
   */
  get phases(): readonly Phase[] {
    const [milliseconds, processor] = [this.#clock(), processorTime()];
    const start = { name: 'start', milliseconds: this.#start, processor: this.#startProcessor };
    const spent = (key: 'milliseconds' | 'processor'): number =>
      this.#phases.reduce((sum, phase) => sum + phase[key], 0);
    const rest = {
      name: 'rest',
      milliseconds: milliseconds - this.#start - spent('milliseconds'),
      processor: processor - this.#startProcessor - spent('processor'),
    };
    return [start, ...this.#phases, rest];
  }

  #show(state: string): void {
    if (!this.#stream.isTTY) return;
    this.#written = this.#clock();
    // A line that is broken by the terminal could not be taken back.
    const line = `  ${this.#phase.padEnd(8)} ${state}`.slice(0, (this.#stream.columns ?? 80) - 1);
    this.#stream.write(`\r\u001B[2K${line}`);
  }
}
