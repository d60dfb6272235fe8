import type { Highlighter } from 'shiki';

type Grammar = ReturnType<Highlighter['getLanguage']>;
type Tokenize = Grammar['tokenizeLine2'];
type Tokens = ReturnType<Tokenize>;

/** Lines of a language that are remembered; with more of them it begins anew. */
const mostLines = 20_000;
/** Characters of a line that is remembered; a longer one is hardly ever met again. */
const longest = 200;

const remembering = new WeakSet<Grammar>();

/**
 * Lets a grammar read a line once: `import torch` and `}` stand in many blocks, and to read lines is most of
 * the time that highlighting takes. What a line is depends on the state that the lines before it have left,
 * and a state is known again where it is the very same one, such as that of blocks that begin alike.
 */
export function rememberLines(grammar: Grammar): void {
  if (remembering.has(grammar)) return;
  remembering.add(grammar);
  const read = grammar.tokenizeLine2.bind(grammar);
  const known = new Map<Parameters<Tokenize>[1], Map<string, Tokens>>();
  let count = 0;
  grammar.tokenizeLine2 = (line, before, limit): Tokens => {
    const found = known.get(before)?.get(line);
    if (found) return found;
    const tokens = read(line, before, limit);
    // Where time was up, there may be more of it the next time.
    if (tokens.stoppedEarly || line.length > longest) return tokens;
    if (count >= mostLines) {
      known.clear();
      count = 0;
    }
    count += 1;
    const lines = known.get(before) ?? new Map<string, Tokens>();
    known.set(before, lines.set(line, tokens));
    return tokens;
  };
}
