import type { MarkdownProcessor } from '@astrojs/markdown-remark';
import { processSession } from './session.ts';

/**
 * What stands under `markdown.processor` in Astro's configuration. `.mdx` articles come out of the
 * session, where the check has compiled them already.
 */
export function downlinkMarkdown(): Required<MarkdownProcessor> {
  return {
    name: 'downlink',
    options: {},
    // Articles are rendered by the session; nobody waits for the pipeline where it has them all.
    createRenderer: async () => (await import('../markdown/processor.ts')).createMarkdownRenderer(),
    createMdxRenderer: (_shared, options) =>
      Promise.resolve({
        process: (content, filePath, frontMatter) =>
          processSession().compiler.mdxModule(content, filePath, frontMatter, options),
      }),
  };
}
