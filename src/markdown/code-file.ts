import { readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { findRegion, type Region, regionNames } from './code-region.ts';

/** Code out of a file, or why there is none. */
export type IncludedCode =
  (Region & { readonly absolutePath: string }) | Pick<Finding, 'rule' | 'message' | 'hint'>;

/** The file's own path where it lies in `folder` or below, links followed. */
function resolveInside(folder: string, name: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const file = realpathSync(path.resolve(root, name));
    return file.startsWith(root + path.sep) ? file : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads code from a file beside the article, or below its folder.
 *
 * @param reference `./lora.py`, or `./lora.py#forward` for a region.
 */
export function includeCode(articlePath: string, reference: string): IncludedCode {
  const [name = '', region] = reference.split('#', 2);
  const folder = path.dirname(articlePath);
  const absolutePath = resolveInside(folder, name.replaceAll('\\', '/'));
  let source: string;
  try {
    if (absolutePath === undefined) throw new Error('outside');
    source = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(absolutePath));
  } catch {
    return {
      rule: 'code/missing-file',
      message: `There is no text file \`${name}\` to take the code from.`,
      hint: 'the path starts at the folder of the article and stays in it',
    };
  }
  const found = findRegion(source, region);
  if (found) return { ...found, absolutePath };
  const meant = nearest(region ?? '', regionNames(source));
  return {
    rule: 'code/missing-region',
    message: `\`${name}\` has no closed region \`${region ?? ''}\`.`,
    hint:
      meant === undefined
        ? `put \`# region ${region ?? ''}\` and \`# endregion\` around the lines`
        : `did you mean \`${meant}\`?`,
  };
}
