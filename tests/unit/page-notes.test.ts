import { describe, expect, it } from 'vitest';
import { noteLook, notePage, type PageNote, withNotes } from '../../src/page-notes.ts';

const note: PageNote = { kind: 'file', name: 'a.css' };

describe('withNotes', () => {
  it('gives what a page leaves beside itself', async () => {
    notePage({ kind: 'file', name: 'of nobody.css' });
    const { page, notes } = await withNotes(() => {
      notePage(note);
      return Promise.resolve('page');
    });
    expect(page).toBe('page');
    expect(notes).toEqual([note]);
  });

  it('gives nothing where a page has looked around', async () => {
    const look = (): Promise<void> => {
      noteLook();
      return Promise.resolve();
    };
    expect((await withNotes(look)).notes).toBeUndefined();
    expect((await withNotes(() => Promise.resolve())).notes).toEqual([]);
  });

  it('is for one page at a time, also after one that failed', async () => {
    const inside = withNotes(() => withNotes(() => Promise.resolve()));
    await expect(inside).rejects.toThrow('one after the other');
    await expect(withNotes(() => Promise.resolve(1))).resolves.toMatchObject({ page: 1 });
  });
});
