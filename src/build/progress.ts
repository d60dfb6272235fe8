/** Where a display writes to; the terminal by default. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/**
 * One line for each phase of a build: what is done, how much of it, how long it took. On a terminal
 * the line counts up; elsewhere it is printed once, when the phase is over.
 */
export class Progress {
  readonly #stream: ProgressStream;
  readonly #start = performance.now();
  #phase = '';
  #phaseStart = 0;

  constructor(stream: ProgressStream = process.stdout) {
    this.#stream = stream;
  }

  begin(phase: string): void {
    this.#phase = phase;
    this.#phaseStart = performance.now();
    this.update('');
  }

  /** Shows how far the phase has come, on a terminal. */
  update(state: string): void {
    if (!this.#stream.isTTY) return;
    this.#stream.write(`\r\u001B[2K  ${this.#phase.padEnd(8)} ${state}`);
  }

  /** Ends the phase with what it did. */
  end(result: string): void {
    const clear = this.#stream.isTTY ? '\r\u001B[2K' : '';
    const took = seconds(performance.now() - this.#phaseStart);
    this.#stream.write(`${clear}  ${this.#phase.padEnd(8)} ${result} (${took})\n`);
    this.#phase = '';
  }

  /** Leaves an unfinished phase, so that other text can follow. */
  abandon(): void {
    if (this.#phase !== '' && this.#stream.isTTY) this.#stream.write('\r\u001B[2K');
    this.#phase = '';
  }

  /** Time since the display was made, `3.4 s`. */
  get elapsed(): string {
    return seconds(performance.now() - this.#start);
  }
}
