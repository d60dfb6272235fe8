import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../src/loader/content-files.ts';
import { datedName, dateInPath } from '../../../src/loader/dated-name.ts';

describe('datedName', () => {
  it.each([
    ['2020-01-02-lora', '2020-01-02', 'lora'],
    ['2020-1-2_低秩 适配', '2020-01-02', '低秩 适配'],
    ['2020-01-02', '2020-01-02', '2020-01-02'],
    ['2020-02-30-lora', undefined, '2020-02-30-lora'],
    ['lora', undefined, 'lora'],
  ])('%s', (name, day, rest) => {
    const found = datedName(name);
    expect(found.date?.toISOString().slice(0, 10)).toBe(day);
    expect(found.rest).toBe(rest);
  });
});

describe('a file name with a date', () => {
  it('gives the slug without it', () => {
    expect(addressOf('2020-01-02-LoRA.md', ['zh']).slug).toBe('lora');
    expect(addressOf('notes/2020-01-02-lora/index.md', ['zh']).slug).toBe('notes/lora');
  });
  it('gives the date, from the folder too', () => {
    expect(dateInPath('/a/2020-01-02-lora.md')?.toISOString()).toBe('2020-01-02T00:00:00.000Z');
    expect(dateInPath('/a/2020-01-02-lora/index.md')?.toISOString()).toBe('2020-01-02T00:00:00.000Z');
    expect(dateInPath('/a/lora.md')).toBeUndefined();
  });
});
