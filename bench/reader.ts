import path from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumFlags, ensureChromium } from '../scripts/chromium.ts';
import { givenPath, readArguments } from '../scripts/options.ts';
import { median, type ReaderReport, type ReaderResult, sizeOf } from '../src/models/benchmarks.ts';
import { checkPeers, chosenPeers, inFolder, peerNames, print, wholeNumber } from './bench-options.ts';
import { CountingServer } from './counting-server.ts';
import { firstVisit, phone, type Visit } from './first-visit.ts';
import type { Peer } from './peers/peer.ts';
import { machine, today, writeReport } from './report.ts';
import { build, prepare, versionOf } from './turns.ts';

const usage = `npm run bench:reader -- [options]

  Opens the same article, with 25 formulas, as Downlink and other generators publish it, in Chromium as on a
  phone with a slow network. Prints what it loads and when it is seen, medians of first visits in turns.

  --peers     which others, with commas between them (eleventy,astro,starlight,vitepress,hexo,docusaurus)
  --runs      how often (5)
  --folder    where the others are installed and kept, for a further run
  --json      file for the figures
  --help      this text
`;

/** So many articles stand around the one that is opened. */
const corpus = { articles: 20, kind: 'mixed' } as const;
const slug = 'article-7';

interface Built {
  readonly peer: Peer;
  readonly server: CountingServer;
  readonly address: string;
  readonly visits: Visit[];
}

async function publish(peer: Peer, root: string): Promise<Built> {
  print(`  ${peer.name}: installing and building`);
  const folder = prepare(peer, root, corpus);
  await build(peer, folder);
  const server = new CountingServer(path.join(folder, peer.site));
  const home = await server.listen();
  return { peer, server, address: new URL(peer.pageOf?.(slug) ?? '', home).href, visits: [] };
}

function resultOf({ peer, visits }: Built): ReaderResult {
  const { name, title } = peer;
  const last = visits.at(-1);
  if (!last) throw new Error(`${name} was not visited.`);
  const { bytes, requests, background, elsewhere } = last;
  return {
    ...{ name, title, version: versionOf(peer), bytes, requests, background, elsewhere },
    first: visits.map(({ first }) => Math.round(first)),
    largest: visits.map(({ largest }) => Math.round(largest)),
    shift: visits.map(({ shift }) => Math.round(shift * 10_000) / 10_000),
  };
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

function printTable(results: readonly ReaderResult[]): void {
  const columns = [
    '',
    'html',
    'css',
    'js',
    'fonts',
    'images',
    'all kB',
    'requests',
    'first',
    'largest',
    'shift',
  ];
  const rows = results.map(({ name, bytes, requests, elsewhere, first, largest, shift }) => [
    name,
    ...[bytes.html, bytes.css, bytes.js, bytes.fonts, bytes.images].map(kilobytes),
    kilobytes(sizeOf(bytes)),
    `${String(requests)}${elsewhere > 0 ? `+${String(elsewhere)}` : ''}`,
    `${median(first).toFixed(0)} ms`,
    `${median(largest).toFixed(0)} ms`,
    median(shift).toFixed(3),
  ]);
  for (const [name = '', ...cells] of [columns, ...rows])
    print(`  ${name.padEnd(11)}${cells.map((cell) => cell.padStart(9)).join('')}`);
  print('\n  behind a +: requests to other hosts, which are not answered here and not counted');
}

const { values } = readArguments(usage, () => {
  const parsed = parseArgs({
    options: {
      peers: { type: 'string', default: peerNames.filter((name) => name !== 'hugo').join(',') },
      runs: { type: 'string', default: '5' },
      folder: { type: 'string' },
      json: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  checkPeers(parsed.values.peers);
  return { values: { ...parsed.values, runs: wholeNumber('runs', parsed.values.runs) } };
});

await inFolder(values.folder, async (root) => {
  const sites: Built[] = [];
  for (const peer of chosenPeers(values.peers)) {
    if (peer.pageOf) sites.push(await publish(peer, root));
    else print(`  ${peer.name} is left out: it does not render formulas.`);
  }
  // Of other hosts nothing is loaded, and nothing is waited for.
  const alone = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: [...chromiumFlags, alone],
  });
  try {
    for (let run = 0; run < values.runs; run += 1)
      for (const { server, address, visits } of sites)
        visits.push(await firstVisit(browser, server, address));
    const results = sites.map(resultOf);
    print(`\n${String(values.runs)} first visits in turns, medians\n`);
    printTable(results);
    const report: ReaderReport = {
      ...{ date: today(), machine: machine(), browser: browser.version(), phone, results },
    };
    if (values.json !== undefined) writeReport(givenPath(values.json), report);
  } finally {
    await browser.close();
    for (const { server } of sites) server.close();
  }
});
