import { describe, expect, it } from 'vitest';
import { findRegion, regionNames } from '../../../src/markdown/code-region.ts';

const source = `import torch

class LoRA:
    # region forward
    def forward(self, x):
        # region inner
        y = x

        return y
        # endregion
    # endregion
`;

describe('findRegion', () => {
  it('takes a region without its markers and its indentation', () => {
    const code = 'def forward(self, x):\n    y = x\n\n    return y';
    expect(findRegion(source, 'forward')).toEqual({ code, firstLine: 5 });
  });

  it('finds a region inside another', () => {
    expect(findRegion(source, 'inner')?.code).toBe('y = x\n\nreturn y');
  });

  it.each([
    '// #region a\nx\n// #endregion',
    '#pragma region a\nx\n#pragma endregion',
    '<!-- #region a -->\nx\n<!-- #endregion -->',
    '/* #region a */\nx\n/* #endregion */',
    '% region a\r\nx\r\n% endregion',
  ])('%j', (text) => {
    expect(findRegion(text, 'a')).toEqual({ code: 'x', firstLine: 2 });
  });

  it('takes the whole file without a name', () => {
    expect(findRegion('a\n// #region b\nc\n// #endregion\n')?.code).toBe('a\nc');
  });

  it('finds nothing where there is no such region, or it is never closed', () => {
    expect(findRegion(source, 'backward')).toBeUndefined();
    expect(findRegion('# region a\nx', 'a')).toBeUndefined();
    expect(regionNames(source)).toEqual(['forward', 'inner']);
  });
});
