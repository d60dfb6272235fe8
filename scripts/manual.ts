import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readArguments, userErrors } from './options.ts';

const usage = `npm run manual -- [options]

  Writes the pages of the manual again that come from the code: configuration and diagnostics.

  --help      this text
`;

readArguments(usage, () => parseArgs({ options: { help: { type: 'boolean', short: 'h' } } }));
const { projectRoot } = await import('../src/loader/content-settings.ts');
const { writtenPages } = await import('../src/manual/written-pages.ts');

await userErrors(async () => {
  for (const [file, text] of await writtenPages()) {
    writeFileSync(path.join(projectRoot, file), text);
    process.stdout.write(`${file}\n`);
  }
});
