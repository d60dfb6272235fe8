/** How bad a finding is: an error fails the build, a warning does not. */
export type Severity = 'error' | 'warn';

interface RuleDefinition {
  readonly severity: Severity;
  /** What the rule is about, for the manual. */
  readonly summary: string;
}

/** Everything that can be wrong with content. Names never change once released. */
export const catalogue = {
  'settings/unknown-rule': {
    severity: 'error',
    summary: 'The site settings name a rule that does not exist.',
  },
  'content/none': {
    severity: 'error',
    summary: 'The content folder does not exist or holds no Markdown.',
  },
  'content/unreadable': {
    severity: 'error',
    summary: 'A file cannot be read, or leads out of the content folder.',
  },
  'content/encoding': { severity: 'error', summary: 'A file is not valid UTF-8.' },
  'content/duplicate-slug': { severity: 'error', summary: 'Two articles claim one address.' },
  'content/empty': { severity: 'warn', summary: 'An article has no text.' },
  'front-matter/invalid-yaml': { severity: 'error', summary: 'The front matter is not YAML.' },
  'front-matter/unclosed': { severity: 'error', summary: 'The front matter is never closed.' },
  'front-matter/invalid-value': { severity: 'error', summary: 'A key has a value of a wrong kind.' },
  'front-matter/invalid-date': { severity: 'error', summary: 'A date does not exist or cannot be read.' },
  'front-matter/unknown-key': { severity: 'warn', summary: 'A key that nothing reads.' },
  'front-matter/missing-date': {
    severity: 'warn',
    summary: 'An article without a date; the file system is asked instead.',
  },
  'front-matter/unknown-author': { severity: 'error', summary: 'An author who is not in authors.yaml.' },
  'authors/invalid': { severity: 'error', summary: 'authors.yaml cannot be read.' },
  'math/unclosed': { severity: 'error', summary: 'A display formula that is never closed.' },
  'math/text-after-fence': {
    severity: 'error',
    summary: 'TeX on the line of an opening `$$`, which Markdown drops.',
  },
  'math/undefined-command': { severity: 'error', summary: 'A command that neither KaTeX nor a macro knows.' },
  'math/syntax': { severity: 'error', summary: 'A formula that KaTeX cannot read.' },
  'math/strict': { severity: 'warn', summary: 'A formula that LaTeX itself would not accept.' },
  'code/unknown-language': { severity: 'error', summary: 'A fence language that nobody knows.' },
  'link/dead': { severity: 'error', summary: 'A link to a file or address that does not exist.' },
  'link/dead-anchor': { severity: 'error', summary: 'A link to a heading that does not exist.' },
  'link/unsafe': { severity: 'error', summary: 'A link that would run a script.' },
  'image/missing': { severity: 'error', summary: 'An image file that does not exist.' },
  'image/remote': { severity: 'error', summary: 'An image from another host.' },
  'image/no-alt': { severity: 'warn', summary: 'An image without a text alternative.' },
  'footnote/undefined': { severity: 'error', summary: 'A footnote that is used and never defined.' },
  'footnote/unused': { severity: 'warn', summary: 'A footnote that is defined and never used.' },
  'mdx/syntax': { severity: 'error', summary: 'MDX that cannot be compiled.' },
} as const satisfies Readonly<Record<string, RuleDefinition>>;

/** Name of a rule of the catalogue. */
export type RuleId = keyof typeof catalogue;

/** Whether `name` is a rule of the catalogue. */
export function isRule(name: string): name is RuleId {
  return Object.hasOwn(catalogue, name);
}
