import { describe, expect, it, vi } from 'vitest';
import { processRenditions } from '../../src/renditions/shared.ts';
import { fillPage } from '../../src/renditions/slot.ts';
import { compileFiles } from './compile-text.ts';

const head = '---\ntitle: 甲\ndate: 2026-01-01\n---\n';
const times = (count: number, make: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => make(i));

const matrix = (size: number): string =>
  `$$\n\\begin{matrix}\n${times(size, () => times(size, () => '\\frac{a}{b}').join(' & ')).join(' \\\\\n')}\n\\end{matrix}\n$$`;

/** What would keep the parser, KaTeX or the YAML reader busy for minutes, and what is said about it. */
const refused: Readonly<Record<string, readonly [body: string, rule: string]>> = {
  '2,000 nested lists': [times(2000, (i) => `${'  '.repeat(i)}- 甲`).join('\n'), 'content/too-large'],
  '400 nested lists': [times(400, (i) => `${'  '.repeat(i)}- 甲`).join('\n'), 'content/too-deep'],
  '1,000 lists on one line': ['- '.repeat(1000), 'content/too-deep'],
  'many lists of 90 levels': [
    times(2000, (i) => `${'  '.repeat(i % 90)}- 甲`).join('\n'),
    'content/too-deep',
  ],
  '10,000 nested quotes': ['>'.repeat(10_000) + '甲', 'content/too-deep'],
  '5,000 nested tags': ['<div>'.repeat(5000), 'content/too-deep'],
  '5,000 tags in a line': ['甲 ' + '<b>'.repeat(5000), 'content/too-deep'],
  '3,000 stars on either side of a word': [`${'*'.repeat(3000)}甲${'*'.repeat(3000)}`, 'content/too-deep'],
  'emphasis in emphasis': ['*a **b '.repeat(3000) + 'c** d* '.repeat(3000), 'content/too-large'],
  'emphasis in emphasis, less': ['*a **b '.repeat(200) + 'c** d* '.repeat(200), 'content/too-deep'],
  '20,000 marks without a partner': ['*a_ '.repeat(20_000), 'content/too-large'],
  '20,000 links without an end': ['[a]('.repeat(20_000), 'content/too-large'],
  'backticks of 1,000 lengths': [times(1000, (i) => `${'`'.repeat(i + 1)} a`).join(' '), 'content/too-large'],
  'a line of 5 MB': ['中文'.repeat(1_250_000), 'content/too-large'],
  'a table of 100,000 rows': [`|a|b|\n|-|-|\n${'|1|2|\n'.repeat(100_000)}`, 'content/too-large'],
  'a table of 5,000 columns': [`${'|a'.repeat(5000)}|\n${'|-'.repeat(5000)}|`, 'content/too-large'],
  'a list of 100,000 items': ['- 甲\n'.repeat(100_000), 'content/too-large'],
  '10,000 footnotes': [times(10_000, (i) => `甲[^${String(i)}]`).join(' '), 'content/too-large'],
  'a matrix of 10,000 fractions': [matrix(100), 'math/too-large'],
  '8,000 formulas': [times(8000, (i) => `$x_{${String(i % 50)}}$`).join(' '), 'math/too-large'],
  'a macro that expands itself': ['$\\def\\a{\\a\\a}\\a$', 'math/syntax'],
  'a long macro used often': [`$$\n\\def\\a{${'x'.repeat(9000)}}${'\\a'.repeat(900)}\n$$`, 'math/too-large'],
  'a formula of 20,000 characters in a line': [`设 $${'x+'.repeat(10_000)}y$ 为`, 'math/too-large'],
  'the same in brackets': [`设 \\(${'x+'.repeat(10_000)}y\\) 为`, 'math/too-large'],
  'the same with backticks': [`设 $\`${'x+'.repeat(10_000)}y\`$ 为`, 'math/too-large'],
  'the same as an environment': [`设 \\begin{align}${'x+'.repeat(10_000)}y\\end{align} 为`, 'math/too-large'],
  'a code block of 20,000 lines': [`\`\`\`js\n${'let x = 1;\n'.repeat(20_000)}\`\`\``, 'code/too-large'],
  '100 code blocks of 500 lines': [
    times(100, (i) => `\`\`\`js\n${`let x${String(i)} = 1;\n`.repeat(500)}\`\`\``).join('\n\n'),
    'code/too-large',
  ],
  'an image whose name is no address': ['甲 <img src="./%ff.png" alt="乙">', 'image/missing'],
  '4,000 nested groups': [`$$\n${'{'.repeat(4000)}x${'}'.repeat(4000)}\n$$`, 'math/syntax'],
};

const yamlBomb = [
  '---',
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...times(9, (i) => {
    const [from, to] = [String.fromCharCode(97 + i), String.fromCharCode(98 + i)];
    return `${to}: &${to} [${times(9, () => `*${from}`).join(', ')}]`;
  }),
  '---',
  '甲',
].join('\n');

/** What is much, and still is a page. */
const published: Readonly<Record<string, readonly [body: string, found: RegExp]>> = {
  '60 nested lists': [times(60, (i) => `${'  '.repeat(i)}- 甲`).join('\n'), /<li>/u],
  'a table of 10,000 rows': [`|a|b|\n|-|-|\n${'|1|2|\n'.repeat(10_000)}`, /<td>2<\/td>/u],
  'a line of 650,000 characters': ['中文，words '.repeat(65_000), /中文/u],
  '280 levels of bold': [`${'*'.repeat(560)}甲${'*'.repeat(560)}`, /<strong>甲<\/strong>/u],
  '10,000 equal headings': ['## 节\n\n'.repeat(10_000), /id="节-9999"/u],
  '6,000 brackets that open nothing': ['甲 \\( x '.repeat(6000), /甲/u],
  '1,000 bold words in a paragraph': ['**粗** '.repeat(1000), /<strong>粗<\/strong>/u],
};

/** Compiles an article beside a small one, which must not suffer. */
async function compileBeside(article: string) {
  const { articles, diagnostics } = await compileFiles({ 'a.md': article, 'b.md': `${head}邻居 $x$` });
  expect(articles.find(({ data }) => data.slug === 'b')?.html).toContain('邻居 <span data-slot=');
  return {
    html: articles.find(({ data }) => data.slug === 'a')?.html,
    rules: new Set(diagnostics.map(({ rule }) => rule)),
  };
}

describe('input that would hang', () => {
  it.each(Object.entries(refused))('%s', { timeout: 120_000 }, async (_name, [body, rule]) => {
    const printed = vi.spyOn(console, 'error').mockReturnValue(undefined);
    try {
      expect((await compileBeside(head + body)).rules).toContain(rule);
      // The report alone speaks of it.
      expect(printed).not.toHaveBeenCalled();
    } finally {
      printed.mockRestore();
    }
  });

  it('is refused in MDX too', async () => {
    const text = `${head}${'*'.repeat(3000)}甲${'*'.repeat(3000)}`;
    const { diagnostics } = await compileFiles({ 'a.mdx': text });
    expect(diagnostics).toMatchObject([{ rule: 'content/too-deep', line: 5 }]);
  });

  it('draws the next graph after one that was too much', { timeout: 120_000 }, async () => {
    const dense = `digraph { { ${times(99, String).join(' ')} } -> { ${times(99, String).join(' ')} } }`;
    const body = `\`\`\`dot\n${dense}\n\`\`\`\n\n\`\`\`dot\ndigraph { 甲 -> 乙 }\n\`\`\`\n`;
    const { articles, diagnostics } = await compileFiles({ 'a.md': head + body });
    expect(diagnostics).toMatchObject([{ rule: 'diagram/too-large', line: 5 }]);
    expect(fillPage(articles[0]?.html ?? '', processRenditions())).toContain('图示：甲、乙');
  });

  it('aliases of YAML that multiply', async () => {
    expect((await compileBeside(yamlBomb)).rules).toContain('front-matter/invalid-yaml');
  });

  it('shows the TeX of a formula that is not typeset', async () => {
    expect((await compileBeside(`${head}$$\n${'x+'.repeat(10_001)}y\n$$`)).html).toContain('data-slot="c');
  });
});

describe('much that is still a page', () => {
  it.each(Object.entries(published))('%s', { timeout: 120_000 }, async (_name, [body, found]) => {
    const { html, rules } = await compileBeside(head + body);
    expect(html).toMatch(found);
    expect([...rules].filter((rule) => rule.includes('too-'))).toEqual([]);
  });
});
