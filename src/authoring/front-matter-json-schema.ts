import { z } from 'astro/zod';
import { frontMatterSchema } from '../schemas/front-matter.ts';

/** Where the schema is kept, from the root of the project. */
export const frontMatterSchemaFile = 'src/schemas/front-matter.schema.json';

/** A part of a JSON Schema that lets the value be left empty, as in `description:`. */
function orEmpty({ type, anyOf, ...rest }: z.core.JSONSchema.BaseSchema): z.core.JSONSchema.BaseSchema {
  if (anyOf) return { ...rest, anyOf: [...anyOf, { type: 'null' }] };
  return { ...rest, type: [type ?? [], 'null'].flat() as ['null'] };
}

/**
 * What an author may write as front matter, as a JSON Schema (draft 2020-12): the text of
 * {@link frontMatterSchemaFile}. Keys of other generators are allowed, and not named.
 */
export function frontMatterJsonSchema(): string {
  const { $schema, properties, ...rest } = z.toJSONSchema(frontMatterSchema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      // Bounds of what JavaScript counts exactly tell an author nothing.
      for (const key of ['default', 'minimum', 'maximum'] as const)
        if (Math.abs(Number(jsonSchema[key])) === Number.MAX_SAFE_INTEGER)
          Reflect.deleteProperty(jsonSchema, key);
    },
  });
  const keys = Object.entries(properties ?? {}).map(
    ([key, schema]) => [key, typeof schema === 'boolean' ? schema : orEmpty(schema)] as const,
  );
  const title = 'Front matter of an article';
  const schema = { $schema, title, ...rest, properties: Object.fromEntries(keys) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
