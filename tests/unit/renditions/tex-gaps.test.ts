import { describe, expect, it } from 'vitest';
import { renderFormula } from '../../../src/renditions/formula.ts';
import { applyEdits } from '../../../src/renditions/tex-edits.ts';
import {
  commandGaps,
  environmentHints,
  gapEdits,
  gapMacros,
  hintFor,
  hintForMessage,
} from '../../../src/renditions/tex-gaps.ts';

const render = (tex: string, macros: Readonly<Record<string, string>>) =>
  renderFormula({ tex: applyEdits(tex, gapEdits(tex)).tex, display: true, macros });

const gaps = Object.entries(commandGaps);

describe('commands that KaTeX lacks', () => {
  it.each(gaps)('%s is unknown to KaTeX itself', (command, { example }) => {
    expect(example).toContain(command);
    const own = renderFormula({ tex: example, display: true, macros: {} });
    expect(own.problems[0]).toMatchObject({
      kind: 'undefined-command',
      message: `Undefined control sequence ${command}`,
    });
  });

  it.each(gaps.flatMap(([command, gap]) => ('macro' in gap ? [[command, gap] as const] : [])))(
    '%s is read as its macro says',
    (_command, { example, text }) => {
      const formula = render(example, gapMacros);
      expect(formula.problems).toEqual([]);
      expect(formula.text).toBe(text);
    },
  );

  it.each(gaps.flatMap(([command, gap]) => ('hint' in gap ? [[command, gap] as const] : [])))(
    '%s has a hint and no macro',
    (command, { example, hint }) => {
      expect(hintFor(command)).toBe(hint);
      expect(render(example, gapMacros).problems).toMatchObject([{ kind: 'undefined-command' }]);
    },
  );
});

describe('environments that KaTeX lacks', () => {
  it.each(Object.entries(environmentHints))('%s has a hint', (name, hint) => {
    const { problems } = render(`\\begin{${name}}x\\end{${name}}`, gapMacros);
    expect(problems).toMatchObject([{ kind: 'syntax' }]);
    expect(hintForMessage(problems[0]?.message ?? '', '')).toBe(hint);
  });
});

describe('mistakes with a hint', () => {
  it.each([
    ['x \\tag{1}', false, 'lines of their own'],
    ['\\begin{align}x\\end{align}', false, 'lines of their own'],
    ['\\begin{aligned}x \\tag{1} \\\\ y \\tag{2}\\end{aligned}', true, 'one tag'],
    ['\\newcommand{\\f}[2][a]{#1#2}', true, 'optional arguments'],
  ])('%s', (tex, display, hint) => {
    const { problems } = renderFormula({ tex, display, macros: {} });
    expect(hintForMessage(problems[0]?.message ?? '', tex)).toContain(hint);
  });
});

describe('commands that KaTeX has of its own', () => {
  it.each([
    ['\\bm{x}', 'x'],
    ['\\argmax_x f', 'arg maxₓf'],
    ['\\argmin_x f', 'arg minₓf'],
    ['\\operatorname*{softmax}_i', 'softmaxᵢ'],
    ['\\mathop{\\rm argmax}_x', 'argmaxₓ'],
    ['\\textup{x}', 'x'],
    ['x\\text{，其中 }y', 'x，其中 y'],
    ['a \\nonumber', 'a'],
  ])('%s', (tex, text) => {
    const formula = render(tex, gapMacros);
    expect(formula.problems).toEqual([]);
    expect(formula.text).toBe(text);
  });
});

describe('gapEdits', () => {
  it.each([
    ['\\mathbb{1}[x>0]', '\\mathbf{1}[x>0]'],
    ['\\mathbbm 1', '\\mathbf  1'],
    ['\\mathds{12}', '\\mathbf{12}'],
    ['\\mathbb{R}', '\\mathbb{R}'],
  ])('%s → %s', (tex, edited) => {
    expect(applyEdits(tex, gapEdits(tex)).tex).toBe(edited);
  });
});
