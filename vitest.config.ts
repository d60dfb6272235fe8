import { defineConfig } from 'vitest/config';

/** Pages in a browser mostly wait, so that two files of tests at once are done sooner. */
const browser = {
  globalSetup: 'tests/browser/global-setup.ts',
  expect: { poll: { timeout: 10_000 } },
  testTimeout: 60_000,
  hookTimeout: 180_000,
  // What a busy machine delays is asked once more; `npm test` names at its end what passed only then.
  retry: 1,
};

/** They build or serve the project themselves, and take turns. */
const dev = ['tests/browser/dev.test.ts', 'tests/browser/offline.test.ts'];

export default defineConfig({
  test: {
    projects: [
      // Most of the time of a file goes into loading modules; files that share them take half of it.
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['tests/unit/**/*.test.ts'],
          // Ends what hangs; a busy machine takes several times as long as an idle one.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'markdown',
          isolate: false,
          include: ['tests/markdown/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        // Builds and the dev server take turns: Astro keeps files of its own in the project.
        test: {
          name: 'build',
          include: ['tests/build/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...browser,
          name: 'browser',
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
