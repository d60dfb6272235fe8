import { describe, expect, it } from 'vitest';
import { freeStretches, placeNotes } from '../../../src/client/place-notes.ts';
import { randomFrom } from '../../../src/models/random.ts';

const above = { top: Number.NEGATIVE_INFINITY, bottom: -10 };

describe('places for notes in the margin', () => {
  it('are beside the references where nothing is in the way', () => {
    const notes = [
      { wanted: 0, height: 50 },
      { wanted: 100, height: 50 },
    ];
    expect(placeNotes(notes, [], 10)).toEqual([0, 100]);
    expect(placeNotes([], [], 10)).toEqual([]);
  });

  it('share the distance of notes that push each other', () => {
    const notes = [
      { wanted: 100, height: 50 },
      { wanted: 100, height: 50 },
    ];
    expect(placeNotes(notes, [], 10)).toEqual([70, 130]);
  });

  it('never begin above the text', () => {
    const notes = [
      { wanted: 0, height: 50 },
      { wanted: 0, height: 50 },
    ];
    expect(placeNotes(notes, [above], 10)).toEqual([0, 60]);
  });

  it('are on the nearer side of a figure', () => {
    const figure = { top: 200, bottom: 500 };
    expect(placeNotes([{ wanted: 190, height: 50 }], [above, figure], 10)).toEqual([140]);
    expect(placeNotes([{ wanted: 450, height: 50 }], [above, figure], 10)).toEqual([510]);
  });

  it('make room above a figure rather than send a note far below it', () => {
    const notes = [
      { wanted: 100, height: 50 },
      { wanted: 120, height: 50 },
    ];
    expect(placeNotes(notes, [above, { top: 200, bottom: 900 }], 10)).toEqual([80, 140]);
  });

  it('know what is free between things that overlap', () => {
    expect(
      freeStretches(
        [
          { top: 300, bottom: 400 },
          { top: 100, bottom: 200 },
          { top: 150, bottom: 180 },
        ],
        10,
      ),
    ).toEqual([
      { top: Number.NEGATIVE_INFINITY, bottom: 90 },
      { top: 210, bottom: 290 },
      { top: 410, bottom: Number.POSITIVE_INFINITY },
    ]);
  });

  it('never collide, whatever the page', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 200; round += 1) {
      let wanted = 0;
      const notes = Array.from({ length: 1 + Math.floor(random() * 8) }, () => {
        wanted += random() * 120;
        return { wanted, height: 20 + random() * 150 };
      });
      const taken = [
        above,
        ...Array.from({ length: Math.floor(random() * 5) }, () => {
          const top = random() * 900;
          return { top, bottom: top + random() * 300 };
        }),
      ];
      const tops = placeNotes(notes, taken, 10);
      expect(tops).toHaveLength(notes.length);
      const placed = notes.map(({ height }, index) => ({
        top: tops[index] ?? Number.NaN,
        bottom: (tops[index] ?? Number.NaN) + height,
      }));
      placed.forEach((note, index) => {
        for (const other of [...taken, ...placed.slice(index + 1)]) {
          expect(note.bottom + 9.99 <= other.top || other.bottom + 9.99 <= note.top).toBe(true);
        }
        const next = placed[index + 1];
        if (next) expect(next.top).toBeGreaterThan(note.top);
      });
    }
  });
});
