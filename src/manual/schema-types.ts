import type { z } from 'astro/zod';
import type { Both } from './explanation.ts';

type Schema = z.core.JSONSchema.BaseSchema;
type Language = keyof Both;

const kinds: Readonly<Record<string, Both>> = {
  string: { zh: '文字', en: 'text' },
  uri: { zh: '网址', en: 'address' },
  integer: { zh: '整数', en: 'whole number' },
  number: { zh: '数', en: 'number' },
  object: { zh: '对象', en: 'object' },
};

/** Both readings of a list: `列表（文字）`, `list (text)`. */
const listOf: Readonly<Record<Language, (item: string) => string>> = {
  zh: (item) => `列表（${item}）`,
  en: (item) => `list (${item})`,
};

/**
 * A type of a JSON Schema in words: `whole number`, `` `numeric` or `author-year` ``.
 *
 * @throws {Error} for a type that has no word yet.
 */
export function typeText(schema: Schema, language: Language): string {
  // Code stands off from Chinese.
  const or = language === 'zh' ? ' 或 ' : ' or ';
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(or);
  if (schema.anyOf)
    return [...new Set(schema.anyOf.map((one) => typeText(one, language)))].join(or.replaceAll(' 或 ', '或'));
  const { format, items } = schema;
  // A text that may look like a number, `title: 1984`, is a text to an author.
  const type = [schema.type].flat()[0];
  if (type === 'boolean') return `\`true\`${or}\`false\``;
  if (type === 'array' && typeof items === 'object' && !Array.isArray(items))
    return listOf[language](typeText(items, language));
  const word = kinds[format ?? ''] ?? kinds[type ?? ''];
  if (!word) throw new Error(`No word for the type ${JSON.stringify(schema)}.`);
  return word[language];
}

/** The schema of a value's keys, where it is an object or a list of objects. */
export function keysOf({ properties, items }: Schema): Readonly<Record<string, Schema>> {
  if (typeof items === 'object' && !Array.isArray(items)) return keysOf(items);
  return Object.fromEntries(
    Object.entries(properties ?? {}).flatMap(([key, value]) =>
      typeof value === 'boolean' ? [] : [[key, value] as const],
    ),
  );
}

/** Keys that must be there, of the same. */
export function requiredOf({ required, items }: Schema): readonly string[] {
  return typeof items === 'object' && !Array.isArray(items) ? requiredOf(items) : (required ?? []);
}
