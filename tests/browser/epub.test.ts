import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { runCommand } from '../build/run-build.ts';

const { root, reading } = inject('folders');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-epub-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const elementsOf = (tree: Root): Element[] => {
  const found: Element[] = [];
  visit(tree, 'element', (node) => void found.push(node));
  return found;
};

/** A book with all that is in it, its pages as XML. */
function read(file: string) {
  const bytes = readFileSync(file);
  const files = unzipSync(bytes);
  const textOf = (name: string): string => new TextDecoder().decode(files[`EPUB/${name}`]);
  const opf = elementsOf(fromXml(textOf('package.opf')));
  const items = opf.filter(({ name }) => name === 'item').map(({ attributes }) => attributes);
  const pages = new Map(
    items.flatMap(({ href }) =>
      href?.endsWith('.xhtml') ? [[href, elementsOf(fromXml(textOf(href)))]] : [],
    ),
  );
  return { bytes, files: Object.keys(files), opf, items, pages, textOf };
}

/** Links and images of a book that lead to nothing in it. */
function deadIn({ files, pages }: ReturnType<typeof read>): string[] {
  const ids = new Map(
    [...pages].map(([page, elements]) => [page, new Set(elements.map(({ attributes }) => attributes.id))]),
  );
  return [...pages].flatMap(([page, elements]) =>
    elements.flatMap(({ attributes }) => {
      const address = attributes.href ?? attributes.src;
      if (address == null || /^(?:https?|mailto):/u.test(address)) return [];
      const [file = '', fragment] = address.split('#');
      const target = file || page;
      const isThere = fragment === undefined || ids.get(target)?.has(decodeURIComponent(fragment));
      return files.includes(`EPUB/${decodeURIComponent(target)}`) && isThere ? [] : [`${page}: ${address}`];
    }),
  );
}

const doubleIds = ({ pages }: ReturnType<typeof read>): string[] =>
  [...pages.values()].flatMap((elements) => {
    const ids = elements.flatMap(({ attributes }) => attributes.id ?? []);
    return ids.filter((id, place) => ids.indexOf(id) !== place);
  });

describe('a series as EPUB', () => {
  it('holds its articles as chapters, with all that they need, and always the same bytes', async () => {
    const bind = async (to: string) => {
      const { code, output } = await runCommand('epub', ['speculative-decoding', '--to', to, '--out', root]);
      expect([code, output]).toEqual([0, expect.stringMatching(/\.epub: 4 chapters, [\d.]+ MB\n$/u)]);
      expect(readdirSync(to)).toEqual(['speculative-decoding.epub']);
      return read(path.join(to, 'speculative-decoding.epub'));
    };
    const [book, again] = await Promise.all([bind(path.join(folder, 'a')), bind(path.join(folder, 'b'))]);
    expect(book.bytes.equals(again.bytes)).toBe(true);

    // The name and the whole content of the first file stand at the beginning, as they are.
    expect(book.bytes.toString('latin1', 30, 58)).toBe('mimetypeapplication/epub+zip');
    const listed = book.items.map(({ href }) => `EPUB/${href ?? ''}`);
    expect(book.files.toSorted()).toEqual(
      ['mimetype', 'META-INF/container.xml', 'EPUB/package.opf', ...listed].toSorted(),
    );
    const spine = book.opf.filter(({ name }) => name === 'itemref').map(({ attributes }) => attributes.idref);
    expect(spine).toEqual([
      ...['cover-xhtml', 'contents-xhtml'],
      ...[1, 2, 3, 4].map((number) => `chapter-${String(number)}-xhtml`),
    ]);
    expect(book.items.find(({ href }) => href === 'chapter-4.xhtml')?.properties).toBe('mathml svg');

    expect(deadIn(book)).toEqual([]);
    expect(doubleIds(book)).toEqual([]);
    const all = [...book.pages.values()].flat();
    expect(all.filter(({ name }) => name === 'math').length).toBeGreaterThan(150);
    expect(all.filter(({ name }) => /^(?:script|button|input|template|canvas)$/u.test(name))).toEqual([]);
    // A caption comes first or last in its figure.
    const captions = all
      .filter(({ name }) => name === 'figure')
      .map(({ children }) => {
        const names = children.flatMap((child) => (child.type === 'element' ? child.name : []));
        return names.slice(1, -1).includes('figcaption');
      });
    expect(captions).not.toContain(true);
    const given = new Set(all.flatMap(({ attributes }) => Object.keys(attributes)));
    expect([...given].filter((name) => /^(?:style|on|data-|tabindex)/u.test(name))).toEqual([]);
    const hrefs = all.flatMap(({ attributes }) => attributes.href ?? []);
    expect(hrefs).toContain('chapter-2.xhtml');
    expect(hrefs).toContain('https://downlink.example/posts/lora/');
    expect(hrefs).toContain('https://downlink.example/posts/mtp/#fig-flow');
    expect(hrefs.filter((href) => href.startsWith('/') || href.includes('posts/medusa/#sec'))).toEqual([]);
    expect(book.textOf('chapter-3.xhtml')).toContain('epub:type="noteref"');
    expect(book.textOf('contents.xhtml')).toContain('4.2 训练目标');
  });

  it('packs the images of an article, and leads to the site under its base path', async () => {
    const args = ['reading', '--to', folder, '--out', reading];
    const { code, output } = await runCommand('epub', args);
    expect(code, output).toBe(0);
    const book = read(path.join(folder, 'reading.epub'));
    expect(deadIn(book)).toEqual([]);
    expect(book.items.filter(({ href }) => href?.startsWith('images/')).length).toBe(3);
    expect(book.textOf('chapter-1.xhtml')).toContain(
      'href="https://downlink.example/some/base/posts/target/"',
    );
  });
});
