import { processWide } from './process-wide.ts';

/** How long an article, or a formula in it, took to render. */
export interface RenderTime {
  /** Path of the article's file as it is shown. */
  readonly file: string;
  /** Line of a formula in it. */
  readonly line?: number | undefined;
  readonly tex?: string;
  readonly milliseconds: number;
}

/** All that was rendered of one kind, and the slowest of it. */
export interface KindTimes {
  readonly count: number;
  readonly milliseconds: number;
  /** The slowest first. */
  readonly slowest: readonly RenderTime[];
}

/** What was rendered, and not found rendered. */
export interface RenderTimesTaken {
  readonly articles: KindTimes;
  readonly formulas: KindTimes;
}

const shown = 10;

const none: KindTimes = { count: 0, milliseconds: 0, slowest: [] };

const both = (a: KindTimes, b: KindTimes): KindTimes => ({
  count: a.count + b.count,
  milliseconds: a.milliseconds + b.milliseconds,
  slowest: [...a.slowest, ...b.slowest].toSorted((x, y) => y.milliseconds - x.milliseconds).slice(0, shown),
});

/** Collects how long rendering takes, in one thread, and takes over what others have collected. */
export class RenderTimes {
  #taken: RenderTimesTaken = { articles: none, formulas: none };

  note(kind: keyof RenderTimesTaken, time: RenderTime): void {
    const { milliseconds } = time;
    const one = { count: 1, milliseconds, slowest: [time] };
    this.#taken = { ...this.#taken, [kind]: both(this.#taken[kind], one) };
  }

  add({ articles, formulas }: RenderTimesTaken): void {
    this.#taken = {
      articles: both(this.#taken.articles, articles),
      formulas: both(this.#taken.formulas, formulas),
    };
  }

  /** What was collected since the last time this was asked. */
  take(): RenderTimesTaken {
    const taken = this.#taken;
    this.#taken = { articles: none, formulas: none };
    return taken;
  }
}

/** Where this thread collects; nothing where nobody has asked for it (`DOWNLINK_PROFILE`). */
export const renderTimes = (): RenderTimes | undefined =>
  ['', '0', undefined].includes(process.env.DOWNLINK_PROFILE)
    ? undefined
    : processWide('renderTimes', () => new RenderTimes());
