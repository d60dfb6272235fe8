import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  frontMatterJsonSchema,
  frontMatterSchemaFile,
} from '../../../src/authoring/front-matter-json-schema.ts';
import { articleText } from '../../../src/authoring/new-article.ts';
import { splitSource } from '../../../src/loader/front-matter.ts';
import { frontMatterKeys } from '../../../src/schemas/front-matter.ts';

const root = path.join(import.meta.dirname, '../../..');
const schema = JSON.parse(frontMatterJsonSchema()) as z.core.JSONSchema.JSONSchema;
/** The schema, read by what did not write it. */
const reader = z.fromJSONSchema(schema);
const accepts = (source: string): boolean => {
  const { yaml = '' } = splitSource(source, () => undefined);
  return reader.safeParse(parse(yaml)).success;
};
const withKeys = (keys: string): boolean => accepts(`---\n${keys}\n---\n`);

describe('the JSON Schema of front matter', () => {
  it('is kept as `npm run schema` writes it', () => {
    expect(readFileSync(path.join(root, frontMatterSchemaFile), 'utf8')).toBe(frontMatterJsonSchema());
  });

  it('describes every key in a sentence, and no other', () => {
    const { $schema, properties = {}, required } = schema;
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(properties)).toEqual(frontMatterKeys);
    expect(required).toBeUndefined();
    for (const [key, value] of Object.entries(properties))
      expect((value as { description?: string }).description, key).toMatch(/^.{8,}\.$/u);
  });

  it('takes our own articles and a new one', async () => {
    const files = await Array.fromAsync(glob('content/{posts,docs}/**/*.{md,mdx}', { cwd: root }));
    expect(files.length).toBeGreaterThan(3);
    const refused = files.filter((file) => !accepts(readFileSync(path.join(root, file), 'utf8')));
    expect(refused).toEqual([]);
    const article = articleText({ title: '甲', date: new Date() }, 'zh', { id: 'a', order: 1 });
    expect(accepts(article)).toBe(true);
  });

  it.each(['title: 4', 'tags: a', 'tags: [a, 2]', 'layout: post', 'draft:', 'order: 2.5'])(
    'takes %s',
    (keys) => {
      expect(withKeys(keys)).toBe(true);
    },
  );

  it.each([
    'title: [a]',
    'draft: soon',
    'series: a',
    'series: { id: a }',
    'series: { id: a, order: 1, oder: 2 }',
    'numberSections: 1',
    'notation: { W: { fr: x } }',
    'math: { macro: {} }',
  ])('refuses %s', (keys) => {
    expect(withKeys(keys)).toBe(false);
  });
});
