import { describe, expect, it } from 'vitest';
import { drawDiagram } from '../../../src/renditions/diagram.ts';

const unnamed = ['图示：', '、'] as const;
const dot = (source: string, title?: string) => drawDiagram({ kind: 'dot', source, title, unnamed });
const mermaid = (source: string) => drawDiagram({ kind: 'mermaid', source, unnamed });

/** What must never be in a drawing: ids would clash, all else would leave the theme or the site. */
const foreign =
  /\s(?:id|class|style|font-family|data-[\w-]+)=|<style|<script|<a\b|<marker|url\(|https?:|javascript:/u;

describe('dot', () => {
  it('draws a graph that follows the theme', async () => {
    const { html, text, problems } = await dot(
      'digraph { a [label="输入"]; a -> b [label="x < 1"] }',
      '数据流',
    );
    expect(problems).toEqual([]);
    expect(html).toMatch(
      /^<figure class="diagram"><svg role="img" (?:class="wide" )?viewBox="[\d. ]+" width="\d+" height="\d+">/u,
    );
    expect(html).toContain('<title>数据流</title>');
    expect(html).toContain('<figcaption>数据流</figcaption>');
    expect(html).toContain('>x &#x3C; 1</text>');
    expect(html).toContain('stroke="currentColor"');
    expect(html).not.toContain('black');
    expect(html.replace(/ class="(?:diagram|wide)"/gu, '')).not.toMatch(foreign);
    expect(text).toBe('数据流 输入 b x < 1');
  });

  it('is named by its words where it has no title', async () => {
    const { html } = await dot('graph { 甲 -- 乙 }');
    expect(html).toContain('<title>图示：甲、乙</title>');
  });

  it('mixes an author’s colours with those of the theme', async () => {
    const { html } = await dot(
      'digraph { a [style=filled, fillcolor=lightblue, color=red, fontcolor="#123456"] }',
    );
    expect(html).toContain('fill="color-mix(in oklab, lightblue 30%, var(--paper))"');
    expect(html).toContain('stroke="color-mix(in oklab, red 70%, var(--ink))"');
    expect(html).toContain('fill="color-mix(in oklab, #123456 55%, var(--ink))"');
  });

  it('makes boxes wide enough for Han characters', async () => {
    const { html } = await dot('digraph { a [shape=box, label="低秩适配的更新量矩阵乘积"] }');
    const points = /points="([^"]+)"/u.exec(html)?.[1] ?? '';
    const xs = Array.from(points.matchAll(/(-?[\d.]+),/gu), ([, x]) => Number(x));
    const size = Number(/font-size="([\d.]+)"/u.exec(html)?.[1]);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(12 * size);
  });

  it.each([
    ['digraph {\n  a -> ;\n}', 'syntax', 1, ';'],
    ['digraph {\n  a -> b', 'syntax', 1, undefined],
    ['', 'syntax', undefined, undefined],
    ['digraph {\n  a [shape=foo]\n}', 'unsupported', 1, 'foo'],
    ['digraph {\n  a [image="b.png"]\n}', 'unsupported', 1, 'b.png'],
    ['digraph { a [URL="javascript:alert(1)"] }', 'unsupported', undefined, undefined],
  ])('reports %j', async (source, kind, line, text) => {
    const { problems, html } = await dot(source);
    expect(problems[0]).toMatchObject({ kind });
    expect([problems[0]?.line, problems[0]?.text]).toEqual([line, text]);
    expect(html).not.toContain('javascript:');
  });

  it('shows the source of what cannot be drawn', async () => {
    expect((await dot('digraph { <b> ] }')).html).toContain('digraph { &lt;b&gt; ] }');
  });

  it('refuses a source beyond all measure', async () => {
    const { problems } = await dot(`digraph { ${'a -> b;'.repeat(10_000)} }`);
    expect(problems).toMatchObject([{ kind: 'too-large' }]);
  });
});

it('says of a drawing that a phone cannot show as it is', async () => {
  const chain = (length: number): string =>
    Array.from({ length }, (_, number) => `n${String(number)}`).join(' -> ');
  const draw = async (length: number) => (await dot(`digraph { rankdir=LR; ${chain(length)} }`)).html;
  expect(await draw(2)).not.toContain('class="wide"');
  expect(await draw(9)).toContain('class="wide"');
});

describe('mermaid', () => {
  it.each([
    ['flowchart LR\n  A[甲] -->|是| B', '甲 B'],
    ['graph TD; A-->B; B-->A;', 'A B'],
    ['flowchart\n  输入 --> 输出', '输入 输出'],
    ['stateDiagram-v2\n  [*] --> 草拟\n  草拟 --> [*] : 完', '草拟'],
    ['sequenceDiagram\n  actor D as 草稿\n  loop 一直\n    D->>T: 提出\n  end', '草稿'],
    [
      'sequenceDiagram\n  participant 锁 服务 as 锁\n  lock server ->> + client : grant f\n  Note over 锁 服务, client: 说明\n  client --) - lock server: 好',
      '锁 说明 lock server',
    ],
    ['flowchart LR\n  特征-->数据点/样本-->刷题+积累 & + & *', '数据点/样本 刷题+积累 +'],
    ['classDiagram\n  Module <|-- LoRA\n  class LoRA {\n    +int rank\n  }', 'LoRA'],
    ['erDiagram\n  A ||--o{ B : 有', '有'],
  ])('draws %j', async (source, words) => {
    const { html, text, problems } = await mermaid(source);
    expect(problems).toEqual([]);
    expect(html.replace(/ class="(?:diagram|wide)"/gu, '')).not.toMatch(foreign);
    expect(html).not.toMatch(/--_|#fff/iu);
    for (const word of words.split(' ')) expect(text).toContain(word);
  });

  it('keeps signs in labels that its language uses', async () => {
    const { text, problems } = await mermaid(
      'flowchart TD\n  A["f(x) [a|b] {c} 2*d*r <br> #quot;y#quot;"] --> B',
    );
    expect(problems).toEqual([]);
    expect(text).toContain('f(x) [a|b] {c} 2*d*r');
    expect(text).toContain('"y"');
  });

  it('puts nodes into the group that names them, also one with a Chinese name', async () => {
    const { text, problems } = await mermaid(
      'flowchart TD\n  A --> B\n  subgraph 低秩 旁路\n    B --> C\n  end',
    );
    expect(problems).toEqual([]);
    expect(text).toContain('低秩 旁路');
  });

  it('draws arrows at the ends of lines as shapes', async () => {
    const { html } = await mermaid('flowchart LR\n  A --> B');
    const end = /points="[^"]* ([\d.]+),([\d.]+)" stroke-width/u.exec(html);
    expect(html).toContain(`translate(${String(Number(end?.[1]))} ${String(Number(end?.[2]))}) rotate(0)`);
  });

  it('takes a title from its own front matter', async () => {
    const { html } = await mermaid('---\ntitle: 流程\n---\nflowchart LR\n  A --> B');
    expect(html).toContain('<title>流程</title>');
  });

  it.each([
    ['gantt\n  title x', 'unsupported', 0, 'gantt'],
    ['pie title 占比', 'unsupported', 0, 'pie title 占比'],
    ['%% 注释\nflowhcart LR', 'syntax', 1, 'flowhcart LR'],
    ['', 'syntax', undefined, undefined],
    ['flowchart XY\n  A --> B', 'syntax', 0, 'flowchart XY'],
    ['flowchart LR\n  A -->', 'syntax', 1, 'A -->'],
    ['flowchart LR\n  A[x --> B', 'syntax', 1, '[x --> B'],
    ['flowchart LR\n  A --> B ))) z', 'syntax', 1, '))) z'],
    ['flowchart LR\n  subgraph a\n  A --> B', 'syntax', 1, 'subgraph'],
    ['flowchart LR\n  A --o B', 'unsupported', 1, '--o'],
    ['flowchart LR\n  click A "https://example.org"', 'unsupported', 1, 'click'],
    ['stateDiagram-v2\n  a --> b\n  foo bar baz', 'syntax', 2, 'foo bar baz'],
    ['stateDiagram-v2\n  state a {\n  b --> c', 'syntax', 1, 'state a {'],
    ['sequenceDiagram\n  A->>B: x\n  autonumber', 'unsupported', 2, 'autonumber'],
    ['classDiagram\n  A <|-- B\n  A ~~> C', 'syntax', 2, 'A ~~> C'],
    ['erDiagram\n  A ||--o{ B', 'syntax', 1, 'A ||--o{ B'],
  ])('reports %j', async (source, kind, line, text) => {
    const { problems } = await mermaid(source);
    expect(problems.map((problem) => [problem.kind, problem.line, problem.text])).toEqual([
      [kind, line, text],
    ]);
  });
});
