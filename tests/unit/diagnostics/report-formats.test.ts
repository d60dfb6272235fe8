import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts';
import { formatGithub } from '../../../src/diagnostics/report-github.ts';
import { formatJson } from '../../../src/diagnostics/report-json.ts';

const diagnostics: Diagnostic[] = [
  { rule: 'link/dead', severity: 'warn', file: 'b,1.md', line: 2, column: 1, length: 1, message: '100%' },
  {
    rule: 'math/syntax',
    severity: 'error',
    file: 'a.md',
    line: 4,
    column: 5,
    length: 4,
    message: 'Wrong.',
    hint: 'right',
  },
];

describe('formatGithub', () => {
  it('writes workflow commands in order, with their escapes', () => {
    expect(formatGithub(diagnostics)).toBe(
      '::error file=a.md,line=4,col=5,endColumn=9,title=math/syntax::Wrong.%0Ahint: right\n' +
        '::warning file=b%2C1.md,line=2,col=1,endColumn=2,title=link/dead::100%25\n',
    );
  });
});

describe('formatJson', () => {
  it('is an array in the order of the report', () => {
    expect(JSON.parse(formatJson(diagnostics))).toEqual(diagnostics.toReversed());
    expect(JSON.parse(formatJson([]))).toEqual([]);
  });
});
