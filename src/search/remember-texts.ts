/** How much is remembered. */
interface Memory {
  /** Shorter texts are made anew: that is quicker than to look them up. */
  readonly shortest?: number;
  /** Characters of all texts that are remembered together. */
  readonly most?: number;
}

/**
 * Does something with texts once, for every question reads the same articles again. Those that were read
 * first are forgotten when they are too much together.
 */
export function rememberTexts<Made>(
  make: (text: string) => Made,
  { shortest = 64, most = 2_000_000 }: Memory = {},
): (text: string) => Made {
  const made = new Map<string, Made>();
  let characters = 0;
  return (text) => {
    if (text.length < shortest) return make(text);
    const known = made.get(text);
    if (known !== undefined) return known;
    const result = make(text);
    made.set(text, result);
    characters += text.length;
    for (const oldest of made.keys()) {
      if (characters <= most) break;
      made.delete(oldest);
      characters -= oldest.length;
    }
    return result;
  };
}
