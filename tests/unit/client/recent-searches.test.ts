import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  forgetAllSearches,
  forgetSearch,
  recentSearches,
  rememberSearch,
} from '../../../src/client/recent-searches.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('document', { documentElement: { dataset: { base: '/b/' } } });
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

describe('recent searches', () => {
  it('are the last eight, newest first, each once', () => {
    for (let number = 0; number < 12; number += 1) rememberSearch(`词${String(number)}`);
    rememberSearch('lora');
    rememberSearch('  词10 ');
    rememberSearch('LoRA');
    rememberSearch('');
    expect(recentSearches()).toEqual(['LoRA', '词10', '词11', '词9', '词8', '词7', '词6', '词5']);
  });

  it('can be removed, one or all', () => {
    for (const text of ['a', 'b', 'c']) rememberSearch(text);
    forgetSearch('b');
    expect(recentSearches()).toEqual(['c', 'a']);
    forgetAllSearches();
    expect(recentSearches()).toEqual([]);
    expect(kept.size).toBe(0);
  });

  it.each(['{', '7', 'null', '[1, null, {"a": 1}]', '"text"'])('are none where %s is stored', (value) => {
    kept.set('recent-searches /b/', value);
    expect(recentSearches()).toEqual([]);
  });

  it('do without a storage', () => {
    const forbidden = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden, removeItem: forbidden });
    expect(() => {
      rememberSearch('a');
      forgetSearch('a');
      forgetAllSearches();
    }).not.toThrow();
    expect(recentSearches()).toEqual([]);
  });
});
