/** Files of a content folder by their paths. */
export type Files = Readonly<Record<string, string>>;

/** A sentence or more in the languages of the manual, one line of Markdown each. */
export interface Both {
  readonly zh: string;
  readonly en: string;
}

/** What the manual says of a rule besides the catalogue's sentence. */
export interface Explanation {
  /** The catalogue's sentence in Chinese. */
  readonly zh: string;
  /** How to put it right, and why it is a rule where that is not plain. */
  readonly repair: Both;
  /**
   * What the rule speaks of, and nothing else does: the text of an article, or files of a content folder, of
   * which the manual shows the first. Absent where no text of a readable size shows it.
   */
  readonly wrong?: string | Files;
  /** The same put right, in which nothing is found. */
  readonly right?: string | Files;
}
