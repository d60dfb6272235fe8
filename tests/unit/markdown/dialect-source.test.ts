import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/diagnostics/diagnostic.ts';
import { findingInSource } from '../../../src/markdown/dialect-lines.ts';
import { translateDialects } from '../../../src/markdown/dialect-source.ts';

const paths: Readonly<Record<string, string>> = { lora: '../lora/zh.md', 'a b.png': 'img/a b.png' };

function translate(source: string, isMdx = false, language: 'zh' | 'en' = 'zh') {
  const findings: Finding[] = [];
  const context = { isMdx, language, pathOf: (name: string) => paths[name.replace(/\.md$/u, '')] };
  const { text, lines } = translateDialects(source, context, (finding) => findings.push(finding));
  return { text, lines, findings };
}

/** The translation of a source that has an equal for everything. */
function textOf(source: string, isMdx = false): string {
  const { text, findings } = translate(source, isMdx);
  expect(findings).toEqual([]);
  return text;
}

describe('what is no dialect', () => {
  it.each([
    '# 标题\n\n正文 {#id}，`{% note %}` 与 `{{< figure >}}`。',
    '```md\n!!! note\n    {% note %}\n%%x%%\n```',
    '> ```\n> {% note %}\n> ```',
    '公式 ${%}$ 与 $\\{: x\\}$，100%% 与 50%%。',
    '$$\na %% b\n$$',
    '$$\nU_{:,u,v} + A_*{:i} + B_*{:k=1}\n$$\n\n行内 $U_{:,u}$ 与 X_{:i}。',
    '\\newcommand{\\a}{%\n x %}\n}',
    '太好了!!!\n\n!!!\n\n??? 什么',
    '{{ name }} 与 {{a}}',
    '::: tip 标题\n文\n:::',
    '<!-- more -->\r\n文',
  ])('%j stays', (source) => {
    expect(translate(source)).toEqual({ text: source, lines: [], findings: [] });
  });
});

describe('titles that say what is lost', () => {
  it.each([
    ['!!! question\n    text', '::: note Question\ntext\n:::'],
    ['??? bug\n    text', ':::details[Bug]\ntext\n:::'],
    ['??? tip\n    text', ':::details[Tip]\ntext\n:::'],
    ['::: seealso\ntext\n:::', '::: note See also\ntext\n:::'],
    ['{% note success %}\ntext\n{% endnote %}', '::: tip Success\ntext\n:::'],
  ])('%j is in the language of the article', (source, text) => {
    expect(translate(source, false, 'en').text).toBe(text);
  });
});

describe('links, images and addresses', () => {
  it.each([
    ['{% post_link lora 文字 %}', '[文字](../lora/zh.md)'],
    ['{% post_link lora %}', '[lora](../lora/zh.md)'],
    ['{% post_link none 文字 %}', '[文字](none)'],
    ['{% post_link lora#节 %}', '[lora](../lora/zh.md#节)'],
    ['[x]({% post_url lora %})', '[x](../lora/zh.md)'],
    ['[x]({{< ref "lora.md#节" >}})', '[x](../lora/zh.md#节)'],
    ['[x]({{% relref "#节" %}})', '[x](#节)'],
    ['{% asset_img a.png 说明 %}', '![说明](a.png "说明")'],
    ['{% asset_img "a b.png" %}', '![](img/a%20b.png)'],
    ['{% asset_img left a.png 300 200 "标题" "替代" %}', '![替代](a.png "标题")'],
    ['{% img /a.png 300 \'"标题" "替代"\' %}', '![替代](/a.png "标题")'],
    ['{{< figure src="a.png" caption="图 `x` \\"y\\"" >}}', '![图 x "y"](a.png "图 `x` \\"y\\"")'],
    ['{{< figure src="a.png" alt="甲" link="/b/" >}}', '[![甲](a.png)](/b/)'],
    ['{% include figure.html path="a.png" caption="图" %}', '![图](a.png "图")'],
    ['![x]({{ site.baseurl }}/a.png)', '![x](/a.png)'],
    ['![x]({{ "/a.png" | relative_url }})', '![x](/a.png)'],
    ['{% link 文字 https://example.org %}', '[文字](https://example.org)'],
    ['{% btn https://example.org, 文字, fa-home %}', '[文字](https://example.org)'],
    ['见 {% cite a b %}', '见 [@a; @b]'],
  ])('%j', (source, expected) => {
    expect(textOf(source)).toBe(expected);
  });

  it('sets an image that stands alone apart from the lines around it', () => {
    expect(textOf('前\n{{< figure src="a.png" >}}\n后')).toBe('前\n\n![](a.png)\n\n后');
    expect(textOf('> 前\n> {{< figure src="a.png" >}}')).toBe('> 前\n>\n> ![](a.png)');
  });

  it('reads a tag over several lines', () => {
    expect(textOf('{{< figure\n  src="a.png"\n  caption="图"\n>}} 后')).toBe('![图](a.png "图")\n\n 后');
  });
});

describe('blocks of tags', () => {
  it.each([
    ['{% note %}\nx\n{% endnote %}', '::: note\nx\n:::'],
    ['{%- note danger -%}x{%- endnote -%}', '::: caution\nx\n:::'],
    ["{% note blue 'fas fa-bell' flat %}\nx\n{% endnote %}", '::: note\nx\n:::'],
    ['{{< hint info >}}\nx\n{{< /hint >}}', '::: note\nx\n:::'],
    ['{{< admonition bug "标题" false >}}\nx\n{{< /admonition >}}', ':::details[标题]\nx\n:::'],
    [
      '{{< details summary="甲 [1]" open=true >}}\nx\n{{< /details >}}',
      ':::details[甲 \\[1\\]]{open}\nx\n:::',
    ],
    ['{% highlight python linenos %}\nx\n{% endhighlight %}', '```python showLineNumbers\nx\n```'],
    ['{% codeblock %}\n```\n{% endcodeblock %}', '````text\n```\n````'],
    ['{% mathjax %}x{% endmathjax %}', '$$\nx\n$$'],
    ['a {% mathjax %} x {% endmathjax %} b', 'a $x$ b'],
    ['{{< katex >}}', ''],
    ['{{< mermaid >}}\ngraph LR\n{{< /mermaid >}}', '```mermaid\ngraph LR\n```'],
    ['{% cq %}\n> x\n{% endcq %}\n后', '> > x\n\n后'],
    ['{% blockquote 甲 %}\nx\n{% endblockquote %}', '> x\n> \n> —— 甲'],
    ['{% comment %}\n{% note %}\n{% endcomment %}x', 'x'],
    ['- {% note %}\n  x\n  {% endnote %}', '- ::: note\n  x\n  :::'],
    ['<b>x</b>\n{% note %}\nx\n{% endnote %}', '<b>x</b>\n\n::: note\nx\n:::'],
  ])('%j', (source, expected) => {
    expect(textOf(source)).toBe(expected);
  });
});

describe('what has no equal', () => {
  it.each([
    ['甲 {% gallery a %}乙{% endgallery %} 丙', '甲 乙 丙', 3, '{% gallery a %}'],
    ['{{< unknown x >}}\n内\n{{< /unknown >}}', '\n内\n', 1, '{{< unknown x >}}'],
    ['{% note %}\n内', '\n内', 1, '{% note %}'],
    ['内\n{% endnote %}', '内\n', 1, '{% endnote %}'],
    ['{% raw %}{% x', '{% x', 1, '{% raw %}'],
    ['{% include a.html %}', '', 1, '{% include a.html %}'],
    ['作者 {{ site.author }}', '作者 ', 4, '{{ site.author }}'],
    ['{% youtube abc %}', '[YouTube abc](https://www.youtube.com/watch?v=abc)', 1, '{% youtube abc %}'],
    ['::: center\n内\n:::', '\n内\n', 1, '::: center'],
    ['*x*{: .red}', '*x*', 4, '{: .red}'],
  ])('%j is reported, and what stands inside of it shown', (source, text, column, written) => {
    const found = translate(source);
    expect(found.text).toBe(text);
    expect(found.findings).toMatchObject([{ rule: 'dialect/unsupported', column, length: written.length }]);
  });

  it('names the nearest tag', () => {
    expect(translate('{% psot_link a %}').findings[0]?.hint).toBe('did you mean `post_link`?');
  });
});

describe('admonitions of MkDocs', () => {
  it.each([
    ['!!! note\n    甲\n\n    乙\n丙', '::: note\n甲\n\n乙\n:::\n丙'],
    ['!!! gpu "标题"\n\t甲', '::: note 标题\n甲\n:::'],
    ['!!! tip inline end\n    甲', '::: tip\n甲\n:::'],
    ['??? note\n    甲\n    !!! tip\n        乙', ':::details[注]\n甲\n::: tip\n乙\n:::\n:::'],
    ['> !!! note\n>     甲\n\n乙', '> ::: note\n> 甲\n> :::\n\n乙'],
    ['!!! note\n没有缩进', '::: note\n:::\n没有缩进'],
  ])('%j', (source, expected) => {
    expect(textOf(source)).toBe(expected);
  });
});

describe('attribute lists of kramdown', () => {
  it.each([
    ['## 甲\n{: #a}', '## 甲 {#a}\n'],
    ['## 甲 {: #a}', '## 甲 {#a}'],
    ['段落\n{: #a}', '段落\n<span id="a"></span>'],
    ['* TOC\n{:toc}\n\n文', '\n\n\n文'],
    ['`{: .x}`', '`{: .x}`'],
  ])('%j', (source, expected) => {
    expect(textOf(source)).toBe(expected);
  });
});

describe('roles', () => {
  it.each([
    [':cite:`a,b`与:cite:`c`', '[@a; @b]与[@c]'],
    [':citet:`a`', '@a'],
    ['<d-cite key="a, b"></d-cite>', '[@a; @b]'],
    ["<d-cite key='a'/>", '[@a]'],
    [':eqref:`eq_x_y`', '[-@eq-x_y]'],
    [':numref:`fig_a`', '[@fig-a]'],
    ['![图](a.png)\n:label:`img_a`', '![图](a.png "{#fig-a}")\n'],
    ['![图](a.png "题")\n:label:`fig_a`', '![图](a.png "题 {#fig-a}")\n'],
    ['$$x$$\n:eqlabel:`eq_a`', '$$x\\label{eq-a}$$\n'],
    ['`` :cite:`x` ``', '`` :cite:`x` ``'],
  ])('%j', (source, expected) => {
    expect(textOf(source)).toBe(expected);
  });
});

describe('comments', () => {
  it('of Obsidian are taken out', () => {
    expect(textOf('a %%b%% c\n\n%%\nd\n\ne\n%%\nf')).toBe('a  c\n\n\n\n\n\n\nf');
    expect(textOf('%%\n没有结束')).toBe('%%\n没有结束');
  });
  it('of HTML become those of MDX', () => {
    expect(textOf('a <!-- b */ --> c\n<!--\nd\n-->\n`<!-- x -->`', true)).toBe(
      'a {/* b * / */} c\n{/*\nd\n*/}\n`<!-- x -->`',
    );
  });
});

describe('places', () => {
  const placeOf = (source: string, line: number, column: number, length = 1) =>
    findingInSource({ rule: 'link/dead', message: '', line, column, length }, translate(source).lines);

  it('stay those of the file where lines are added', () => {
    const source = '前\n{% note %}一 [x](y){% endnote %}\n后';
    expect(translate(source).text.split('\n')[2]).toBe('一 [x](y)');
    expect(placeOf(source, 3, 3, 6)).toMatchObject({ line: 2, column: 13, length: 6 });
    expect(placeOf(source, 5, 1)).toMatchObject({ line: 3, column: 1 });
  });
  it('stay those of the file where blanks are taken away', () => {
    expect(placeOf('!!! note\n    !!! tip\n        甲乙', 3, 2)).toMatchObject({ line: 3, column: 10 });
  });
  it('of what is new are those of the tag', () => {
    const source = '甲 {% post_link none 文字 %} 乙';
    expect(placeOf(source, 1, 9, 4)).toMatchObject({ line: 1, column: 3 });
    expect(placeOf(source, 1, 14)).toMatchObject({ line: 1, column: source.length });
  });
});

describe('unkind input', () => {
  const many = 20_000;
  it.each([
    ['unclosed tags', '{% raw %}\n{% note %}\n'.repeat(many / 2)],
    ['half tags on one line', '{% a '.repeat(many)],
    ['half shortcodes on one line', '{{< a '.repeat(many)],
    [
      'nested admonitions',
      Array.from({ length: 300 }, (_, depth) => `${'    '.repeat(depth)}!!! note`).join('\n'),
    ],
    ['nested tags', `${'{% note %}\n'.repeat(many)}${'{% endnote %}\n'.repeat(many)}`],
    ['backticks', '` `` '.repeat(many) + '{% note %}'],
    ['attributes without an end', `*x*{:k=a${'.b=c .d e=f'.repeat(many)}`],
    ['percent signs', '%% a '.repeat(many)],
    ['colons', '::: a\n'.repeat(many)],
  ])('%s keep their text', (_name, source) => {
    expect(translate(source).text.length).toBeGreaterThan(0);
  });
});
