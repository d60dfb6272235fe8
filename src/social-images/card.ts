/** What stands on a social image; plain data, from which its address is made. */
export interface Card {
  /** Warm paper or the night panel. */
  readonly scheme: 'light' | 'dark';
  readonly title: string;
  /** Whether the title is the brand, set in capitals of the label's face. */
  readonly isBrand: boolean;
  /** Name of the site. */
  readonly site: string;
  /** Opposite of it, at the top: a date, or what kind of page it is. */
  readonly fact: string;
  /** Below the waveform, on the left and on the right. */
  readonly left: string;
  readonly right: string;
  /** Amplitudes of the waveform, 0 to 100. */
  readonly signal: readonly number[];
}

/** In pixels: what the networks ask for. */
export const cardSize = { width: 1200, height: 630 } as const;
