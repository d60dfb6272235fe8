import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Job {
  readonly needs?: string;
  readonly environment?: { readonly name: string };
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly id?: string;
    readonly with?: Readonly<Record<string, unknown>>;
    readonly env?: Readonly<Record<string, string>>;
  }[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = path.join(import.meta.dirname, '../../..');
const folder = path.join(root, '.github', 'workflows');
const read = (name: string): Workflow =>
  parse(readFileSync(path.join(folder, name), 'utf8'), { uniqueKeys: true }) as Workflow;
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};
const steps = (workflow: Workflow) => Object.values(workflow.jobs).flatMap((job) => job.steps);

/** Commands of a script, one for each line and each `&&`. */
const commandsOf = (script: string): string[] =>
  script
    .split(/\n|&&/u)
    .map((command) => command.trim())
    .filter((command) => command !== '');

describe.each(readdirSync(folder))('%s', (name) => {
  const workflow = read(name);

  it('calls commands that exist, and actions of one major version', () => {
    const runs = steps(workflow).flatMap(({ run = '' }) => commandsOf(run));
    expect(runs.length).toBeGreaterThan(0);
    for (const command of runs) {
      const [program, word = '', script = ''] = command.split(' ');
      if (program === 'bash') expect(existsSync(path.join(root, word)), command).toBe(true);
      else {
        expect(program, command).toBe('npm');
        if (word !== 'ci') expect(Object.keys(scripts), command).toContain(word === 'run' ? script : word);
      }
    }
    for (const { uses } of steps(workflow)) if (uses) expect(uses).toMatch(/^actions\/[a-z-]+@v\d+$/u);
  });
});

describe('the workflow for GitHub Pages', () => {
  const workflow = read('pages.yml');
  const { build, deploy } = workflow.jobs;

  it('builds for the address that the host gives, and publishes what was built', () => {
    const all = build?.steps ?? [];
    const at = (found: (step: (typeof all)[number]) => boolean): number => all.findIndex(found);
    const order = [
      at(({ id }) => id === 'pages'),
      at(({ run }) => run === 'npm ci'),
      at(({ run }) => run === 'npm run build'),
      at(({ uses }) => uses?.startsWith('actions/upload-pages-artifact') ?? false),
    ];
    expect(Math.min(...order)).toBeGreaterThan(0);
    expect(order.slice(1)).toEqual(order.slice(1).toSorted((a, b) => a - b));
    expect(all[order[0] ?? 0]?.uses).toMatch(/^actions\/configure-pages@/u);
    expect(all[order[2] ?? 0]?.env).toMatchObject({
      DOWNLINK_SITE: '${{ steps.pages.outputs.origin }}',
      DOWNLINK_BASE: "${{ steps.pages.outputs.base_path || '/' }}",
    });
    expect(all[order[3] ?? 0]?.with).toEqual({ path: 'dist' });
    expect(deploy).toMatchObject({ needs: 'build', environment: { name: 'github-pages' } });
    expect(workflow.permissions).toEqual({ contents: 'read', pages: 'write', 'id-token': 'write' });
  });

  it('sets variables that the settings read', () => {
    const settings = readFileSync(path.join(root, 'src', 'settings.ts'), 'utf8');
    for (const { env = {} } of build?.steps ?? [])
      for (const variable of Object.keys(env)) expect(settings, variable).toContain(`'${variable}'`);
  });
});
