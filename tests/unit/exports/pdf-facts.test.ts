import { describe, expect, it } from 'vitest';
import { pagesOf, withFacts } from '../../../src/exports/pdf-facts.ts';

const facts = {
  title: '低秩 (A)',
  description: '',
  url: 'https://example.org/posts/a/',
  language: 'zh-CN',
  published: new Date('2026-11-20T00:00:00Z'),
  updated: new Date('2026-11-28T08:30:15Z'),
  authors: ['Ada', 'Bob'],
  tags: [],
};

/** The frame of a PDF as Chromium writes it. */
const pdf = [
  '%PDF-1.4',
  '1 0 obj',
  '<</Creator (Mozilla/5.0 \\(X11\\))',
  '/Producer (Skia/PDF m1)',
  "/CreationDate (D:20200101000000+00'00')>>",
  'endobj',
  '2 0 obj',
  '<</Type /Pages /Count 1 /Kids [3 0 R]>>',
  'endobj',
  '3 0 obj',
  '<</Type /Page>>',
  'endobj',
  'xref',
  'trailer',
  '<</Size 4',
  '/Root 2 0 R',
  '/Info 1 0 R>>',
  'startxref',
  '200',
  '%%EOF',
  '',
].join('\n');

describe('the facts of a PDF', () => {
  const result = withFacts(Buffer.from(pdf, 'latin1'), facts).toString('latin1');

  it('are added after all that was there', () => {
    expect(result.startsWith(pdf)).toBe(true);
    const added = result.slice(pdf.length);
    expect(added).toContain('/Title <FEFF4F4E79E90020002800410029>');
    expect(added).toContain('/Author <FEFF004100640061002C00200042006F0062>');
    expect(added).toContain('/Producer (Skia/PDF m1)');
    expect(added).toContain('/CreationDate (D:20261120000000Z)\n/ModDate (D:20261128083015Z)');
    expect(added).not.toMatch(/Subject|Keywords|Mozilla/u);
  });

  it('are where the references say', () => {
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(result)?.[1]);
    expect(result.slice(start)).toMatch(/^xref\n1 1\n/u);
    const object = Number(/^xref\n1 1\n(\d{10}) 00000 n \n/u.exec(result.slice(start))?.[1]);
    expect(result.slice(object)).toMatch(/^1 0 obj\n<<\/Title /u);
    expect(result.slice(start)).toContain('/Prev 200>>');
  });

  it('need a trailer', () => {
    expect(() => withFacts(Buffer.from('%PDF-1.4'), facts)).toThrow(/no trailer/u);
  });
});

it('counts pages', () => {
  expect(pagesOf(Buffer.from(pdf))).toBe(1);
});
