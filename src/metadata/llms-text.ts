/** A line of `llms.txt`. */
export interface LlmsLink {
  readonly title: string;
  /** Absolute. */
  readonly url: string;
  readonly note: string;
}

/** What `llms.txt` says of the site in one language. */
export interface LlmsFacts {
  readonly name: string;
  readonly description: string;
  readonly sections: readonly { readonly title: string; readonly links: readonly LlmsLink[] }[];
}

/** On one line, and without what would end a link's words. */
const line = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const inBrackets = (text: string): string => line(text).replace(/[[\]\\]/gu, '\\$&');

/** The site for language models, as https://llmstxt.org has it: its name, what it is, and where to read on. */
export function llmsText({ name, description, sections }: LlmsFacts): string {
  const parts = sections
    .filter(({ links }) => links.length > 0)
    .map(({ title, links }) => {
      const lines = links.map(
        ({ title: words, url, note }) =>
          `- [${inBrackets(words)}](${url})${line(note) === '' ? '' : `: ${line(note)}`}`,
      );
      return `## ${title}\n\n${lines.join('\n')}\n`;
    });
  return [`# ${line(name)}\n\n> ${line(description)}\n`, ...parts].join('\n');
}
