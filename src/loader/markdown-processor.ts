import type { MarkdownProcessor } from '@astrojs/markdown-remark';
import { createMarkdownRenderer } from '../markdown/processor.ts';
import { processSession } from './session.ts';

/**
 * What stands under `markdown.processor` in Astro's configuration. `.mdx` articles come out of the
 * session, where the check has compiled them already.
 */
export function downlinkMarkdown(): Required<MarkdownProcessor> {
  return {
    name: 'downlink',
    options: {},
    createRenderer: () => createMarkdownRenderer(),
    createMdxRenderer: (_shared, options) =>
      Promise.resolve({
        process: (content, filePath, frontMatter) =>
          processSession().compiler.mdxModule(content, filePath, frontMatter, options),
      }),
  };
}
