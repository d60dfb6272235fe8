import type { Finding } from '../diagnostics/diagnostic.ts';
import type { CodeRequest } from '../renditions/code.ts';

/** Lines of one block, and characters of all blocks of an article: Shiki takes a second for 4,000 lines. */
const limits = { lines: 5_000, characters: 500_000 } as const;

type Place = Pick<Finding, 'line' | 'column' | 'length'>;

/** Shows the code of one article as plain text where highlighting it would take too long, and says so. */
export class CodeLimits {
  #characters = 0;

  /** The block as it is rendered: of plain text, if it is too large. */
  apply(request: CodeRequest, place: Place, report: (finding: Finding) => void): CodeRequest {
    if (request.language === 'text') return request;
    const lines = request.code.split('\n').length;
    const isLong = lines > limits.lines;
    if (!isLong) this.#characters += request.code.length;
    if (!isLong && this.#characters <= limits.characters) return request;
    report({
      rule: 'code/too-large',
      message: isLong
        ? `The block has ${String(lines)} lines, more than ${String(limits.lines)}, and is not highlighted.`
        : 'The code of the article is too much to be highlighted from here on.',
      hint: 'show a part of it, and publish the whole as a file in public/',
      ...place,
    });
    return { ...request, language: 'text' };
  }
}
