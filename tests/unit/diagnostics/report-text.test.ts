import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/diagnostics/diagnostic.ts';
import { formatReport } from '../../../src/diagnostics/report-text.ts';

const source = ['---', 'title: 一', '---', '其中 $\\foo{x}$ 表示映射。', '\t缩进 $\\bar$'].join('\n');

function report(...findings: { line: number; column: number; length: number; file?: string }[]): string {
  const diagnostics = findings.flatMap(
    ({ file = 'a.md', ...place }) =>
      diagnose(file, { rule: 'math/syntax', message: 'Wrong.', hint: 'right', ...place }) ?? [],
  );
  return formatReport(diagnostics, () => source);
}

describe('formatReport', () => {
  it('puts the caret under the place, full-width characters taken as two cells', () => {
    expect(report({ line: 4, column: 5, length: 4 })).toBe(
      [
        'a.md:4:5  error  math/syntax',
        '  Wrong.',
        '    4 | 其中 $\\foo{x}$ 表示映射。',
        '      |       ^^^^',
        '  hint: right',
        '',
        '1 error, 0 warnings',
        'Each rule, and how to put it right: content/docs/en/diagnostics.md',
        '',
      ].join('\n'),
    );
  });

  it('keeps tabs before the caret', () => {
    const lines = report({ line: 5, column: 6, length: 4 }).split('\n');
    expect(lines[3]).toBe('      | \t      ^^^^');
  });

  it('sorts by file, then by place', () => {
    const text = report(
      { file: 'b.md', line: 1, column: 1, length: 1 },
      { line: 5, column: 1, length: 1 },
      { line: 4, column: 7, length: 1 },
      { line: 4, column: 2, length: 1 },
    );
    expect(text.match(/^\S+:\d+:\d+/gmu)).toEqual(['a.md:4:2', 'a.md:4:7', 'a.md:5:1', 'b.md:1:1']);
  });

  it('shows a window of a very long line', () => {
    const long = `${'字'.repeat(400)}$\\bad$`;
    const diagnostic = diagnose('a.md', {
      rule: 'math/syntax',
      message: 'Wrong.',
      line: 1,
      column: 402,
      length: 4,
    });
    const frame = formatReport(diagnostic ? [diagnostic] : [], () => long).split('\n');
    expect(frame[2]?.length).toBeLessThan(80);
    expect(frame[2]).toContain('\\bad$');
    expect(frame[3]?.trimEnd().endsWith('^^^^')).toBe(true);
  });

  it('says nothing about nothing', () => {
    expect(formatReport([], () => undefined)).toBe('');
  });
});

describe('diagnose', () => {
  it('takes the severity from the site, and nothing from a rule that is off', () => {
    const finding = { rule: 'math/syntax', message: 'Wrong.' } as const;
    expect(diagnose('a.md', finding)?.severity).toBe('error');
    expect(diagnose('a.md', finding, { 'math/syntax': 'warn' })?.severity).toBe('warn');
    expect(diagnose('a.md', finding, { 'math/syntax': 'off' })).toBeUndefined();
  });
});
