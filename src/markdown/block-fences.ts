import type { BlockContent, Parent } from 'mdast';
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import { directive } from 'micromark-extension-directive';
import { markdownLineEnding, markdownSpace } from 'micromark-util-character';
import type { Code, Construct, Extension, State, Tokenizer } from 'micromark-util-types';

/**
 * One line of three or more colons: the head of a block, or, without a name, the end of one. Lives
 * only until `remark-directives` has made blocks of such lines.
 */
export interface BlockFence extends Parent {
  type: 'blockFence';
  /** How many colons. */
  size: number;
  /** First word after the colons, where the head is not one that the library reads. */
  name: string;
  /** The library's leaf directive with name, label and attributes, or a paragraph with the title. */
  children: BlockContent[];
}

declare module 'mdast' {
  interface BlockContentMap {
    blockFence: BlockFence;
  }
  interface RootContentMap {
    blockFence: BlockFence;
  }
}

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    blockFence: 'blockFence';
    blockFenceSequence: 'blockFenceSequence';
    blockFenceName: 'blockFenceName';
    blockFenceTitle: 'blockFenceTitle';
  }
}

const colon = 58;
const bracket = 91;

const constructsOf = (kind: 'flow' | 'text'): Construct[] => [directive()[kind]?.[colon] ?? []].flat();
// Only the library's containers are concrete.
const leaf = constructsOf('flow').find(({ concrete }) => concrete !== true);
const text = constructsOf('text')[0];
if (!leaf || !text) throw new Error('micromark-extension-directive has no leaf or no text directives.');
const [leafDirective, textDirective] = [leaf, text];

const isLetter = (code: number): boolean => /[\p{L}\p{N}_-]/u.test(String.fromCharCode(code));
const isLineEnd = (code: Code): boolean => code === null || markdownLineEnding(code);

/** Longest name that is looked at. */
const longestName = 24;

/** Looks ahead at colons, the word after them, and what follows it. */
const lookAhead = (isMeant: (colons: number, name: string, next: Code) => boolean): Construct => ({
  partial: true,
  tokenize(effects, ok, nok) {
    let colons = 0;
    let name = '';
    const read: State = (code) => {
      if (code === colon && name === '') colons += 1;
      else if (code !== null && code >= 0 && name.length < longestName && isLetter(code)) {
        name += String.fromCharCode(code);
      } else {
        effects.exit('blockFenceName');
        return (isMeant(colons, name, code) ? ok : nok)(code);
      }
      effects.consume(code);
      return read;
    };
    return (code) => {
      effects.enter('blockFenceName');
      return read(code);
    };
  },
});

/** The library's construct for these names alone: any other word after a colon is the author's text. */
const only = (construct: Construct, size: number, names: readonly string[]): Construct => ({
  ...construct,
  tokenize(effects, ok, nok) {
    const isMeant = (colons: number, name: string, next: Code): boolean =>
      colons === size && names.includes(name) && (size > 1 || next === bracket);
    return effects.check(lookAhead(isMeant), construct.tokenize.call(this, effects, ok, nok), nok);
  },
});

/** `:::name[label]{#id key=value}`: all colons but two, and then what the library reads as a leaf. */
const readableHead = (size: number): Construct => ({
  partial: true,
  tokenize(effects, ok, nok) {
    const rest = leafDirective.tokenize.call(this, effects, ok, nok);
    let left = size - 2;
    const sequence: State = (code) => {
      if (left === 0) {
        effects.exit('blockFenceSequence');
        return rest(code);
      }
      left -= 1;
      effects.consume(code);
      return sequence;
    };
    return (code) => {
      effects.enter('blockFenceSequence');
      return sequence(code);
    };
  },
});

/** What remains: nothing after the colons, `::: name title` of other generators, or a broken head. */
const tokenizePlain: Tokenizer = (effects, ok) => {
  const sequence: State = (code) => {
    if (code === colon) {
      effects.consume(code);
      return sequence;
    }
    effects.exit('blockFenceSequence');
    return space(code, name);
  };
  const space = (code: Code, next: State): State | undefined => {
    if (!markdownSpace(code)) return next(code);
    effects.enter('whitespace');
    const more: State = (inner) => {
      if (!markdownSpace(inner)) {
        effects.exit('whitespace');
        return next(inner);
      }
      effects.consume(inner);
      return more;
    };
    return more(code);
  };
  const name: State = (code) => {
    if (isLineEnd(code)) return ok(code);
    effects.enter('blockFenceName');
    const more: State = (inner) => {
      if (!isLineEnd(inner) && !markdownSpace(inner)) {
        effects.consume(inner);
        return more;
      }
      effects.exit('blockFenceName');
      return space(inner, title);
    };
    return more(code);
  };
  const title: State = (code) => {
    if (isLineEnd(code)) return ok(code);
    effects.enter('blockFenceTitle');
    effects.enter('chunkText', { contentType: 'text', _contentTypeTextTrailing: true });
    const more: State = (inner) => {
      if (!isLineEnd(inner)) {
        effects.consume(inner);
        return more;
      }
      effects.exit('chunkText');
      effects.exit('blockFenceTitle');
      return ok(inner);
    };
    return more(code);
  };
  return (code) => {
    effects.enter('blockFenceSequence');
    return sequence(code);
  };
};

const fence: Construct = {
  name: 'blockFence',
  tokenize(effects, ok, nok) {
    let size = 0;
    const count = lookAhead((colons) => {
      size = colons;
      return colons >= 3;
    });
    const done: State = (code) => {
      effects.exit('blockFence');
      return ok(code);
    };
    const plain: State = (code) =>
      effects.attempt({ partial: true, tokenize: tokenizePlain }, done, nok)(code);
    const counted: State = (code) => {
      effects.enter('blockFence');
      return effects.attempt(readableHead(size), done, plain)(code);
    };
    return effects.check(count, counted, nok);
  },
};

/**
 * Syntax of blocks: lines of three or more colons, and the library's directives of one and two colons
 * for the names given (`:given[…]`, `::tab[…]`). Everything else with a colon stays what it is in Markdown: `12:30`, `a:b`.
 */
export const blockFences = (names: {
  readonly text: readonly string[];
  readonly leaf: readonly string[];
}): Extension => ({
  flow: { [colon]: [fence, only(leafDirective, 2, names.leaf)] },
  text: { [colon]: only(textDirective, 1, names.text) },
});

/** Makes {@link BlockFence} nodes of what {@link blockFences} found. */
export const blockFencesFromMarkdown = (): FromMarkdownExtension => ({
  enter: {
    blockFence(token) {
      const size = /^:+/u.exec(this.sliceSerialize(token))?.[0].length ?? 0;
      this.enter({ type: 'blockFence', size, name: '', children: [] }, token);
    },
    blockFenceTitle(token) {
      this.enter({ type: 'paragraph', children: [] }, token);
    },
  },
  exit: {
    blockFence(token) {
      this.exit(token);
    },
    blockFenceName(token) {
      const node = this.stack.at(-1);
      if (node?.type === 'blockFence') node.name = this.sliceSerialize(token);
    },
    blockFenceTitle(token) {
      this.exit(token);
    },
  },
});
