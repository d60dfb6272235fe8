/** How bad a finding is: an error fails the build, a warning does not. */
export type Severity = 'error' | 'warn';

interface RuleDefinition {
  /** `off` for rules that a site asks for in its settings. */
  readonly severity: Severity | 'off';
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
  'content/outside-posts': {
    severity: 'warn',
    summary: 'Markdown beside `posts/`, which is not published.',
  },
  'content/encoding': { severity: 'error', summary: 'A file is not valid UTF-8.' },
  'content/duplicate-slug': { severity: 'error', summary: 'Two articles claim one address.' },
  'notebook/invalid': { severity: 'error', summary: 'A notebook that is not JSON, or not of format 4.' },
  'notebook/active-output': {
    severity: 'warn',
    summary: 'An output that shows nothing without its scripts.',
  },
  'notebook/long-output': { severity: 'warn', summary: 'An output that is shown in part.' },
  'content/empty': { severity: 'warn', summary: 'An article has no text.' },
  'front-matter/invalid-yaml': { severity: 'error', summary: 'The front matter is not YAML.' },
  'front-matter/invalid-toml': { severity: 'error', summary: 'The front matter is not TOML.' },
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
  'glossary/invalid': { severity: 'error', summary: 'glossary.yaml, or an entry of it, cannot be read.' },
  'glossary/duplicate-name': { severity: 'error', summary: 'A name that two terms of the glossary claim.' },
  'glossary/unknown-related': {
    severity: 'error',
    summary: 'A term of the glossary is related to one that is not in it.',
  },
  'series/invalid': { severity: 'error', summary: 'series.yaml, or an entry of it, cannot be read.' },
  'series/unknown': { severity: 'error', summary: 'A series that is not in series.yaml.' },
  'series/unused': { severity: 'warn', summary: 'A series of series.yaml that no article belongs to.' },
  'series/duplicate-order': { severity: 'warn', summary: 'Two articles in one place of a series.' },
  'content/too-deep': { severity: 'error', summary: 'Lists, quotes or tags nested too deep to be read.' },
  'content/too-large': { severity: 'error', summary: 'An article, line, table or list too large.' },
  'math/too-large': { severity: 'error', summary: 'A formula too large to be typeset.' },
  'math/unclosed': { severity: 'error', summary: 'A formula that is never closed.' },
  'math/prose': {
    severity: 'warn',
    summary: 'Words between two `$` that are printed as text, because they read like a sentence.',
  },
  'math/in-html': {
    severity: 'warn',
    summary: 'A formula in a block of HTML, which Markdown does not read.',
  },
  'math/undefined-command': { severity: 'error', summary: 'A command that neither KaTeX nor a macro knows.' },
  'math/syntax': { severity: 'error', summary: 'A formula that KaTeX cannot read.' },
  'math/strict': { severity: 'warn', summary: 'A formula that LaTeX itself would not accept.' },
  'math/misplaced-label': { severity: 'error', summary: 'A label in a formula that can have no number.' },
  'notation/invalid': { severity: 'error', summary: 'A listed symbol that is no TeX, or is listed twice.' },
  'notation/unused': { severity: 'warn', summary: 'A listed symbol that no formula uses.' },
  'reference/unknown-label': {
    severity: 'error',
    summary: 'A cross-reference to a label that nothing bears.',
  },
  'reference/duplicate-label': { severity: 'error', summary: 'A label that two things bear.' },
  'code/unknown-language': { severity: 'error', summary: 'A fence language that nobody knows.' },
  'code/unclosed': { severity: 'error', summary: 'A code block that is never closed.' },
  'code/bad-meta': {
    severity: 'error',
    summary: 'Marked lines or attributes of a code block that cannot be.',
  },
  'code/unknown-meta': { severity: 'warn', summary: 'A word after a fence that nothing reads.' },
  'code/missing-file': { severity: 'error', summary: 'A file to take code from that does not exist.' },
  'code/missing-region': { severity: 'error', summary: 'A region that is not in its source file.' },
  'code/too-large': { severity: 'warn', summary: 'A code block too large to be highlighted.' },
  'diagram/syntax': { severity: 'error', summary: 'A diagram that cannot be read.' },
  'diagram/unsupported': { severity: 'error', summary: 'Something of a diagram language that is not drawn.' },
  'diagram/too-large': { severity: 'error', summary: 'A diagram too large to be drawn.' },
  'term/unknown': { severity: 'error', summary: 'A `:term` that the glossary does not know.' },
  'term/syntax': { severity: 'error', summary: 'A `:term` that cannot be read.' },
  'number/syntax': { severity: 'error', summary: 'A `:num` that cannot be read or evaluated.' },
  'number/mismatch': {
    severity: 'error',
    summary: 'A number in the text that is not what its expression gives.',
  },
  'claim/unsourced-number': {
    severity: 'off',
    summary: 'A sentence or table with a number that says nowhere where it is from.',
  },
  'text/visible-mark': { severity: 'warn', summary: 'Emphasis or a heading that is printed with its marks.' },
  'link/dead': { severity: 'error', summary: 'A link to a file or address that does not exist.' },
  'link/dead-anchor': { severity: 'error', summary: 'A link to a heading that does not exist.' },
  'link/malformed': { severity: 'error', summary: 'An address with a `%` that stands for nothing.' },
  'link/unsafe': { severity: 'error', summary: 'A link that would run a script.' },
  'redirect/invalid': { severity: 'error', summary: 'An old address that no host can redirect.' },
  'redirect/taken': {
    severity: 'error',
    summary: 'An old address that another article claims, or that a page of the site has.',
  },
  'redirect/dead': { severity: 'error', summary: 'A redirect of the site settings that leads to no page.' },
  'image/missing': { severity: 'error', summary: 'An image file that does not exist.' },
  'image/remote': { severity: 'error', summary: 'An image from another host.' },
  'image/corrupt': { severity: 'error', summary: 'An image that cannot be read, or not to its end.' },
  'image/mislabelled': { severity: 'warn', summary: 'An image of another format than its name says.' },
  'image/too-large': { severity: 'error', summary: 'An image with too many pixels or bytes.' },
  'image/no-alt': { severity: 'warn', summary: 'An image without a text alternative.' },
  'footnote/undefined': { severity: 'error', summary: 'A footnote that is used and never defined.' },
  'footnote/unused': { severity: 'warn', summary: 'A footnote that is defined and never used.' },
  'html/unknown-element': { severity: 'warn', summary: 'A tag that HTML does not have.' },
  'security/element': {
    severity: 'error',
    summary: 'A tag that runs something or loads a page: `<script>`, `<iframe>`, `<style>`, …',
  },
  'security/handler': { severity: 'error', summary: 'An attribute that runs a script.' },
  'security/url': { severity: 'error', summary: 'An address in a tag that runs a script.' },
  'security/remote': { severity: 'error', summary: 'A tag that loads from, or sends to, another host.' },
  'security/attribute': { severity: 'error', summary: 'An attribute that articles must not have.' },
  'security/svg': { severity: 'error', summary: 'A drawing with scripts or references to other hosts.' },
  'security/inline-style': { severity: 'warn', summary: 'A `style` attribute, which is not published.' },
  'block/unknown': { severity: 'error', summary: 'A block `:::name` or an alert that nobody knows.' },
  'block/unclosed': { severity: 'error', summary: 'A block that is never closed.' },
  'block/unopened': { severity: 'error', summary: 'A line of colons that closes no block.' },
  'block/syntax': { severity: 'error', summary: 'The head of a block that cannot be read.' },
  'block/attribute': { severity: 'error', summary: 'An attribute or value that a block does not read.' },
  'block/misplaced': {
    severity: 'error',
    summary: 'A tab outside of tabs, tabs without any tab, or a table of symbols without any.',
  },
  'bibliography/missing': { severity: 'error', summary: 'A bibliography file that does not exist.' },
  'bibliography/invalid': { severity: 'error', summary: 'A BibTeX entry that cannot be read.' },
  'bibliography/duplicate-key': { severity: 'warn', summary: 'Two entries of one file with one key.' },
  'citation/unknown-key': { severity: 'error', summary: 'A citation whose key no bibliography has.' },
  'citation/syntax': { severity: 'error', summary: 'A citation that cannot be read.' },
  'dialect/unsupported': {
    severity: 'warn',
    summary: 'A tag or sign of another generator that has no equal here.',
  },
  'mdx/syntax': { severity: 'error', summary: 'MDX that cannot be compiled.' },
  'mdx/failed': {
    severity: 'error',
    summary: 'An expression or a component of MDX that fails when its page is printed.',
  },
  'mdx/missing-module': { severity: 'error', summary: 'An import of MDX that leads to no file or package.' },
  'mdx/unknown-component': {
    severity: 'error',
    summary: 'A component of MDX that the article does not import.',
  },
} as const satisfies Readonly<Record<string, RuleDefinition>>;

/** Name of a rule of the catalogue. */
export type RuleId = keyof typeof catalogue;

/** Whether `name` is a rule of the catalogue. */
export function isRule(name: string): name is RuleId {
  return Object.hasOwn(catalogue, name);
}
