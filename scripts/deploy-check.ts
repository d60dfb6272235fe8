import { parseArgs } from 'node:util';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { checkDeployment } from '../src/publishing/check-deployment.ts';
import { findingLines } from '../src/publishing/findings.ts';
import { readArguments, readFolder } from './options.ts';

const usage = `npm run deploy-check -- <address> [options]

  Compares what is served under an address, such as https://example.org/base/, with what was built: bytes,
  types, headers, compression, redirects, the 404 page and slashes. Something is wrong where one of them is
  not as built; a host that does not answer, or no site, cannot be compared and ends with 2.

  --out       folder of the built site (or DOWNLINK_OUT)
  --sample    asks for that many files, spread evenly; else for all
  --parallel  requests at once (8)
  --plain     the host can set no headers and make no redirects, as GitHub Pages
  --help      this text
`;

const count = (name: string, written: string | undefined): number | undefined => {
  if (written === undefined) return undefined;
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${name} ${written} is not a number from 1.`);
  return number;
};

const { values, address, sample, parallel } = readArguments(usage, () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      sample: { type: 'string' },
      parallel: { type: 'string' },
      plain: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [written = ''] = positionals;
  const address = URL.parse(written.endsWith('/') ? written : `${written}/`);
  if (!values.help && (positionals.length !== 1 || !address || !/^https?:$/u.test(address.protocol)))
    throw new Error('Name the address of the site: https://example.org/base/');
  return {
    values,
    address,
    sample: count('sample', values.sample),
    parallel: count('parallel', values.parallel) ?? 8,
  };
});

readFolder('out', values.out);
try {
  if (!address) throw new Error('No address.');
  const { files, redirects, findings } = await checkDeployment(outFolderOf(), address, {
    sample,
    parallel,
    isPlain: values.plain,
  });
  const lines = findingLines(findings);
  for (const line of lines) process.stdout.write(`${line}\n`);
  const looked = `${String(files)} files and ${String(redirects)} old addresses compared`;
  process.stdout.write(lines.length > 0 ? `\n${looked}.\n` : `${looked}: all is as built.\n`);
  process.exitCode = lines.length > 0 ? 1 : 0;
} catch (error) {
  if ((error as Error).name !== 'DeployCheckError') throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
