import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { frontMatterJsonSchema, frontMatterSchemaFile } from '../src/authoring/front-matter-json-schema.ts';
import { givenPath, readArguments, userErrors } from './options.ts';

const usage = `npm run schema -- [file]

  Writes the JSON Schema of an article's front matter, for editors that complete it.

  file        where to; else ${frontMatterSchemaFile}
  --help      this text
`;

const { positionals } = readArguments(usage, () => {
  const parsed = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (parsed.positionals.length > 1) throw new Error('There is one file to write.');
  return parsed;
});
const [written] = positionals;
const file =
  written === undefined ? path.join(import.meta.dirname, '..', frontMatterSchemaFile) : givenPath(written);
await userErrors(() => {
  writeFileSync(file, frontMatterJsonSchema());
  process.stdout.write(`${file}\n`);
  return Promise.resolve();
});
