import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of a few lines that take long: begun last, they would leave a core with nothing to do at the end. */
const long = /\/(?:axe|figures|search-quality)\.test\.ts$/u;

/** As Vitest has it, large files first, and before them those that are known to be long. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): number => Number(long.test(moduleId));
    return (await super.sort(files)).toSorted((a, b) => isLong(b) - isLong(a));
  }
}

/** Ends what hangs, and nothing else: a busy machine may stand still for many seconds. */
const patient = {
  expect: { poll: { timeout: 30_000 } },
  testTimeout: 180_000,
  hookTimeout: 300_000,
};

/** Pages in a browser mostly wait, so that two files of tests at once are done sooner. */
const browser = {
  globalSetup: 'tests/browser/global-setup.ts',
  ...patient,
  // What a busy machine delays is asked again; `npm test` names at its end what passed only then.
  retry: 2,
};

/** They build or serve the project themselves, and take turns. */
const dev = ['tests/browser/dev.test.ts', 'tests/browser/offline.test.ts'];

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    projects: [
      // Most of the time of a file goes into loading modules; files that share them take half of it.
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['tests/unit/**/*.test.ts'],
          ...patient,
        },
      },
      {
        test: {
          name: 'markdown',
          isolate: false,
          include: ['tests/markdown/*.test.ts'],
          ...patient,
        },
      },
      {
        // Builds and the dev server take turns: Astro keeps files of its own in the project.
        test: {
          name: 'build',
          include: ['tests/build/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          ...patient,
          testTimeout: 300_000,
        },
      },
      {
        test: {
          ...browser,
          name: 'browser',
          // Files share the browser of their process, and modules.
          isolate: false,
          include: ['tests/browser/*.test.ts'],
          exclude: dev,
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...browser,
          name: 'dev',
          include: dev,
          fileParallelism: false,
          globalSetup: [],
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
