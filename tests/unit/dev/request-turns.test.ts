import {
  createServer,
  isRunnableDevEnvironment,
  type RunnableDevEnvironment,
  type ViteDevServer,
} from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requestTurns } from '../../../src/dev/request-turns.ts';

/** What is on the disk; reading it lasts until the test says so. */
let stored = '';
let reads: (() => void)[] = [];
let server: ViteDevServer;
let environment: RunnableDevEnvironment;

/** The modules of a page as Astro has them: it keeps what it loads at its first use. */
const modules: Record<string, string> = {
  '/page': `import { get } from '/store'; export const render = get;`,
  '/store': `let loaded; export const get = () => (loaded ??= import('/data').then((data) => data.default));`,
};

beforeEach(async () => {
  reads = [];
  server = await createServer({
    configFile: false,
    logLevel: 'silent',
    appType: 'custom',
    server: { middlewareMode: true, watch: null, ws: false },
    plugins: [
      {
        name: 'pages',
        resolveId: (id) => (id in modules || id === '/data' ? id : undefined),
        load: async (id) => {
          if (id !== '/data') return modules[id];
          const read = stored;
          await new Promise<void>((resolve) => reads.push(resolve));
          return `export default ${JSON.stringify(read)}`;
        },
      },
    ],
  });
  const { ssr } = server.environments;
  if (!isRunnableDevEnvironment(ssr)) throw new Error('Vite runs modules in this process.');
  environment = ssr;
});
afterEach(() => server.close());

const data = () => environment.moduleGraph.getModuleById('/data');

/** Changes the content as Astro does. */
function change(text: string): void {
  stored = text;
  const module = data();
  if (module) environment.moduleGraph.invalidateModule(module, undefined, Date.now(), true);
}

async function render(): Promise<string> {
  const page = await environment.runner.import<{ render: () => Promise<string> }>('/page');
  return page.render();
}

const nextRead = async (): Promise<void> => {
  await expect.poll(() => reads.length).toBeGreaterThan(0);
  reads.shift()?.();
};

describe('requestTurns', () => {
  it('shows a change that comes while a page loads the content', async () => {
    const { enter } = requestTurns(
      () => Math.max(data()?.lastHMRTimestamp ?? 0, data()?.lastInvalidationTimestamp ?? 0),
      () => {
        const module = data();
        if (module) environment.moduleGraph.invalidateModule(module);
      },
    );
    const request = async (): Promise<string> => {
      const leave = await enter();
      return render().finally(leave);
    };
    stored = 'old';
    const first = request();
    await expect.poll(() => reads.length).toBe(1);
    change('new');
    const second = request();
    const third = request();
    await nextRead();
    expect(await first).toBe('old');
    await nextRead();
    expect(await second).toBe('new');
    expect(await third).toBe('new');
    expect(await request()).toBe('new');
  });

  it('lets requests pass side by side while nothing changes', async () => {
    let forgotten = 0;
    const { enter } = requestTurns(
      () => 1,
      () => (forgotten += 1),
    );
    const leaves = await Promise.all([enter(), enter(), enter()]);
    leaves.forEach((leave) => {
      leave();
    });
    expect(forgotten).toBe(0);
  });
});
