import { describe, expect, it } from 'vitest';
import { memoryEvents, peakBytes, peakNumbers, peakOf } from '../../../../src/models/mtp/memory.ts';

describe('memory between trunk and loss', () => {
  it('peaks where the closed form says, event by event', () => {
    for (const order of ['together', 'in-turn'] as const) {
      for (const heads of [1, 2, 4, 8]) {
        const sizes = { heads, hidden: 8, vocabulary: 400 };
        const events = memoryEvents(sizes, order);
        expect(peakOf(events)).toBe(peakNumbers(sizes, order));
        // All is freed but the gradient of the trunk.
        expect(events.reduce((sum, { size }) => sum + size, 0)).toBe(8);
      }
    }
  });

  it('does not grow with heads in turn, as O(V + d) says', () => {
    const sizes = { hidden: 4096, vocabulary: 32_000 };
    expect(peakNumbers({ ...sizes, heads: 8 }, 'in-turn')).toBe(
      peakNumbers({ ...sizes, heads: 1 }, 'together'),
    );
    const growth =
      peakNumbers({ ...sizes, heads: 5 }, 'together') - peakNumbers({ ...sizes, heads: 4 }, 'together');
    expect(growth).toBe(2 * 32_000);
  });

  it('counts bytes for a text', () => {
    const sizes = { heads: 4, hidden: 4096, vocabulary: 32_000 };
    expect(peakBytes(sizes, 'together', 4096)).toBe((2 * 4 * 32_000 + 4096) * 4096 * 4);
    expect(peakBytes(sizes, 'in-turn', 1, 2)).toBe((2 * 32_000 + 4096) * 2);
  });
});
