import type { Explanation } from './explanation.ts';

/** Rules about the content folder, its files and the settings. */
export const fileRules = {
  'settings/unknown-rule': {
    zh: '站点设置里写了不存在的规则。',
    repair: {
      zh: '改正 `rules`、`--rule` 或 `DOWNLINK_RULES` 里的名称。这条规则不能关闭。',
      en: 'Correct the name in `rules`, `--rule` or `DOWNLINK_RULES`. This rule cannot be switched off.',
    },
  },
  'content/none': {
    zh: '内容文件夹不存在，或里面没有 Markdown。',
    repair: {
      zh: '看看 `--content` 或 `DOWNLINK_CONTENT` 指的是哪里；没有内容就没有网站可建，宽容模式下也是错误。',
      en: 'See where `--content` or `DOWNLINK_CONTENT` leads; without content there is no site, so it is an error with `--lenient` too.',
    },
  },
  'content/unreadable': {
    zh: '文件读不了，或者通到内容文件夹外面。',
    repair: {
      zh: '改权限，或把链接指的文件搬进内容文件夹：通到外面的链接可能发布谁也没想发布的东西。',
      en: 'Change its permissions, or move what the link leads to into the content folder: a link out of it may publish what nobody meant to.',
    },
  },
  'content/outside-posts': {
    zh: '有 `posts/` 的内容文件夹里，别处还有 Markdown，不会发布。',
    repair: {
      zh: '移进 `posts/`；或者用 `--content` 指向更深的文件夹，没有 `posts/` 时所有 Markdown 都发布。',
      en: 'Move it into `posts/`, or lead `--content` to a folder further in: without `posts/`, all Markdown is published.',
    },
    wrong: {
      'posts/a.md': '---\ntitle: A\ndate: 2026-01-01\n---\nText.',
      'notes/b.md': '---\ntitle: B\ndate: 2026-01-01\n---\nText.',
    },
    right: {
      'posts/a.md': '---\ntitle: A\ndate: 2026-01-01\n---\nText.',
      'posts/notes/b.md': '---\ntitle: B\ndate: 2026-01-01\n---\nText.',
    },
  },
  'content/encoding': {
    zh: '文件不是有效的 UTF-8。',
    repair: {
      zh: '报告里给出转换的命令，如 `iconv -f GBK -t UTF-8`；带 BOM 的 UTF-8 和 CRLF 都没问题。',
      en: 'The report names the command that converts it, such as `iconv -f GBK -t UTF-8`; a byte order mark and CRLF are fine.',
    },
  },
  'content/duplicate-slug': {
    zh: '两篇文章争同一个地址。',
    repair: {
      zh: '给其中一篇另写 `slug`，或改文件名。',
      en: 'Give one of them another `slug`, or another file name.',
    },
    wrong: {
      'b.md': '---\ntitle: B\ndate: 2026-01-01\nslug: a\n---\nText.',
      'a.md': '---\ntitle: A\ndate: 2026-01-01\n---\nText.',
    },
    right: {
      'b.md': '---\ntitle: B\ndate: 2026-01-01\nslug: b\n---\nText.',
      'a.md': '---\ntitle: A\ndate: 2026-01-01\n---\nText.',
    },
  },
  'content/empty': {
    zh: '文章没有正文。',
    repair: { zh: '写点什么，或删掉文件。', en: 'Write something, or remove the file.' },
    wrong: '---\ntitle: LoRA\ndate: 2026-01-01\n---\n',
    right: '---\ntitle: LoRA\ndate: 2026-01-01\n---\nText.',
  },
  'content/too-deep': {
    zh: '列表、引用或标签套得太深。',
    repair: {
      zh: '多半是粘贴出错或没闭合的标签；把内层移出来。',
      en: 'Most often a paste gone wrong or tags never closed; move the inner parts out.',
    },
  },
  'content/too-large': {
    zh: '文章、行、表或列表太大。',
    repair: {
      zh: '报告里写着上限。数据放进文件，文章里只留要紧的几行。',
      en: 'The report names the limit. Keep data in a file and the rows that matter in the article.',
    },
  },
} as const satisfies Readonly<Record<string, Explanation>>;
