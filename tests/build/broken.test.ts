import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, runCommand, snapshot, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
const out = path.join(folder, 'dist');
let before: Map<string, string>;

beforeAll(async () => {
  const { code, output } = await runCommand('build', ['--content', fixture('good'), '--out', out]);
  expect(output).toContain('is ready');
  expect(code).toBe(0);
  before = snapshot(out);
});
afterAll(remove);

describe('broken content', () => {
  it.each([
    ['broken-yaml', 'a/zh.md:2:8', 'front-matter/invalid-yaml'],
    ['broken-math', 'a/zh.md:8:1', 'math/unclosed'],
    ['broken-macro', 'a/zh.md:6:5', 'math/undefined-command'],
    ['broken-image', 'a/zh.md:6:1', 'image/missing'],
    ['broken-date', 'a/zh.md:3:7', 'front-matter/invalid-date'],
    ['broken-slug', 'b.md:4:1', 'content/duplicate-slug'],
    ['broken-mdx', 'a.mdx:6:14', 'mdx/failed'],
  ])('%s fails with %s and leaves the built site as it was', async (name, place, rule) => {
    const { code, output } = await runCommand('build', ['--content', fixture(name), '--out', out]);
    expect(code).toBe(1);
    expect(output).toContain(`tests/build/fixtures/${name}/posts/${place}  error  ${rule}`);
    expect(output).toContain('is as it was');
    expect(output).not.toMatch(/^\s+at /mu);
    expect(snapshot(out)).toEqual(before);
    expect([...snapshot(folder).keys()].filter((file) => !file.startsWith('dist'))).toEqual([]);
  });

  it('names the place of a mistake in a module that an article imports, and no more', async () => {
    const content = path.join(folder, 'imports');
    mkdirSync(content);
    writeFileSync(
      path.join(content, 'a.mdx'),
      "---\ntitle: 甲\ndate: 2026-01-01\n---\nimport { x } from './b.js';\n\n值 {x}",
    );
    writeFileSync(path.join(content, 'b.js'), 'export const x = (1\n');
    const { code, output } = await runCommand('build', ['--content', content, '--out', out]);
    rmSync(content, { recursive: true });
    expect(code).toBe(1);
    expect(output).toContain('b.js:');
    expect(output).toContain('is as it was');
    expect(output).not.toMatch(/^\s+at /mu);
    expect(snapshot(out)).toEqual(before);
  });

  it('is no error where the command says so', async () => {
    const args = ['--content', fixture('broken-macro'), '--rule', 'math/undefined-command=warn'];
    const { code, output } = await runCommand('check', args);
    expect(output).toMatch(/warning {2}math\/undefined-command/u);
    expect(code).toBe(0);
    const mistyped = await runCommand('check', ['--rule', 'math/undefined-comand=warn']);
    expect(mistyped.output).toContain('did you mean `math/undefined-command`?');
    expect(mistyped.code).toBe(2);
    expect((await runCommand('check', ['--rule', 'math/strict=loud'])).code).toBe(2);
  });

  it('is found by the check alone too', async () => {
    const { code, output } = await runCommand('check', ['--content', fixture('broken-macro')]);
    expect(code).toBe(1);
    expect(output).toContain('math/undefined-command');
  });

  it('is told as JSON and as annotations, without a word more', async () => {
    const json = await runCommand('check', ['--content', fixture('broken-macro'), '--format', 'json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.output)).toMatchObject([{ rule: 'math/undefined-command', line: 6, column: 5 }]);
    const github = await runCommand('check', ['--content', fixture('broken-macro'), '--format', 'github']);
    expect(github.output).toMatch(
      /^::error file=tests\/build\/fixtures\/broken-macro\/posts\/a\/zh\.md,line=6,col=5,/u,
    );
    expect((await runCommand('check', ['--format', 'xml'])).code).toBe(2);
  });

  it('names a content folder that is not there', async () => {
    const { code, output } = await runCommand('check', ['--content', path.join(folder, 'nowhere')]);
    expect(code).toBe(1);
    expect(output).toContain('The content folder does not exist.');
  });
});

describe('the commands', () => {
  it('say how they are used, and refuse what they do not know', async () => {
    const help = await runCommand('build', ['--help']);
    expect(help).toMatchObject({ code: 0 });
    expect(help.output).toContain('--content');
    const wrong = await runCommand('build', ['--contents', 'x']);
    expect(wrong.code).toBe(2);
    expect(wrong.output).toContain('did you mean `--content`?');
  });

  it('say what is wrong with a setting, without a stack trace', async () => {
    const { code, output } = await runCommand('check', [], { DOWNLINK_BASE: 'no-slash' });
    expect(code).toBe(1);
    expect(output).toBe('DOWNLINK_BASE: must begin with `/`; write `DOWNLINK_BASE=/no-slash`\n');
    expect(output).not.toMatch(/^\s+at /mu);
  });
});
