import { createHighlighter, createCssVariablesTheme } from 'shiki';
import { expect, it } from 'vitest';
import { rememberLines } from '../../../src/renditions/remember-lines.ts';

const theme = createCssVariablesTheme({ name: 'plain' });
/** However busy the machine is: Shiki leaves a line alone that takes half a second. */
const options = { theme, tokenizeTimeLimit: 0 };
const open = () => createHighlighter({ themes: [theme], langs: ['python', 'html', 'markdown'] });

/** Blocks in which the same lines stand in text, in strings, in other languages, at a beginning and after it. */
const blocks = {
  python: [
    'import math\nx = 1',
    'x = """\nimport math\nx = 1\n"""\nimport math\nx = 1',
    'x = 1\nimport math',
  ],
  html: ['<script>\nlet x = 1;\n</script>\nlet x = 1;', '<style>\nlet x = 1;\n</style>', 'let x = 1;\n<p>'],
  markdown: ['- a\n\n  b\n> c\nd\n```python\nx = 1\n```\nx = 1', 'x = 1\n===\n- a\n- b\n```\n- a\n```'],
};

it('gives the tokens that are found without it, whatever stood before a line', async () => {
  const [plain, remembering] = [await open(), await open()];
  for (const lang of Object.keys(blocks) as (keyof typeof blocks)[]) {
    const grammar = remembering.getLanguage(lang);
    rememberLines(grammar);
    const ways = [...blocks[lang], ...blocks[lang].toReversed(), ...blocks[lang]];
    for (const code of ways) {
      const [found, expected] = [remembering, plain].map((shiki) =>
        shiki.codeToTokensBase(code, { ...options, lang }),
      );
      expect(found).toEqual(expected);
    }
  }
});

it('reads a line once', async () => {
  const shiki = await open();
  const grammar = shiki.getLanguage('python');
  const read = grammar.tokenizeLine2.bind(grammar);
  let lines = 0;
  grammar.tokenizeLine2 = (...given) => {
    lines += 1;
    return read(...given);
  };
  rememberLines(grammar);
  rememberLines(grammar);
  for (let time = 0; time < 3; time += 1)
    shiki.codeToTokensBase('import math\nx = 1\nx = 1', { ...options, lang: 'python' });
  expect(lines).toBe(2);
});
