import { parseArgs } from 'node:util';
import { givenPath, readArguments } from '../scripts/options.ts';
import type { BuildReport } from '../src/models/benchmarks.ts';
import { checkPeers, chosenPeers, inFolder, peerNames, print, share, wholeNumber } from './bench-options.ts';
import { type CorpusOptions, kinds } from './corpus.ts';
import { joined, machine, readReport, tableOf, today, writeReport } from './report.ts';
import { type Scenario, scenarios, takeTurns } from './turns.ts';

const usage = `npm run bench -- [options]

  Times whole builds of Downlink and of other generators over the same articles, in turns, and prints medians
  and ratios. The others are installed at pinned versions into a temporary folder.

  --articles  how many (1000)
  --peers     which others, with commas between them (eleventy,astro); there are
              ${peerNames.join(', ')}
  --runs      how often (3)
  --scenario  cold: from nothing; changed: after one article has changed; both (both)
  --kind      what the articles are like: ${Object.keys(kinds).join(', ')} (mixed)
  --mdx       share of them that is MDX, from 0 to 1 (0)
  --en        share of them that is English, from 0 to 1 (0)
  --folder    where the others are installed and kept, for a further run
  --json      file for the figures
  --add       adds the runs to those that this file has already
  --help      this text
`;

const { values } = readArguments(usage, () => {
  const parsed = parseArgs({
    options: {
      articles: { type: 'string', default: '1000' },
      peers: { type: 'string', default: 'eleventy,astro' },
      runs: { type: 'string', default: '3' },
      scenario: { type: 'string', default: 'both' },
      kind: { type: 'string', default: 'mixed' },
      mdx: { type: 'string', default: '0' },
      en: { type: 'string', default: '0' },
      folder: { type: 'string' },
      json: { type: 'string' },
      add: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const { articles, runs, kind, mdx, en, scenario, peers } = parsed.values;
  if (!Object.hasOwn(kinds, kind))
    throw new Error(`--kind ${kind} is none of ${Object.keys(kinds).join(', ')}.`);
  if (!scenarios.includes(scenario as Scenario))
    throw new Error(`--scenario ${scenario} is none of ${scenarios.join(', ')}.`);
  checkPeers(peers);
  const corpus: CorpusOptions = {
    articles: wholeNumber('articles', articles),
    kind: kind as NonNullable<CorpusOptions['kind']>,
    mdx: share('mdx', mdx),
    english: share('en', en),
  };
  return { values: { ...parsed.values, runs: wholeNumber('runs', runs), corpus } };
});

await inFolder(values.folder, async (root) => {
  const { corpus, runs, json, add } = values;
  const chosen = chosenPeers(values.peers);
  const scenario = values.scenario as Scenario;
  const results = await takeTurns(chosen, corpus, { runs, scenario, root, say: print });
  const report: BuildReport = { date: today(), machine: machine(), corpus, results };
  const file = json === undefined ? undefined : givenPath(json);
  const before = add && file !== undefined ? readReport(file) : undefined;
  const whole = before ? joined(before, report) : report;
  print(`\n${tableOf(whole)}`);
  if (file !== undefined) writeReport(file, whole);
});
