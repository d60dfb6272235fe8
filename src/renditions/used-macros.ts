import katex from 'katex';

type Macros = Readonly<Record<string, string>>;

const builtIn = new Map<string, boolean>();

/** Whether KaTeX itself knows a command, so that its own definitions may use it. */
function isBuiltIn(name: string): boolean {
  let known = builtIn.get(name);
  if (known === undefined) {
    known = true;
    try {
      katex.renderToString(name, { strict: 'ignore' });
    } catch (error) {
      // A known command may fail as well: it has no argument here.
      known = !String(error).includes('Undefined control sequence');
    }
    builtIn.set(name, known);
  }
  return known;
}

/** Commands of a piece of TeX: `\frac{a}{\R}` → `\frac`, `\R` */
const commandsOf = (tex: string): string[] => tex.match(/\\(?:[A-Za-z@]+|[^])/gu) ?? [];

/**
 * The macros on which a formula depends, by name: those that it uses, those that these use in turn,
 * and those that mean something to KaTeX already, which its own commands may use unseen.
 *
 * `\R^n` under `\R`, `\argmin` → `\R`
 */
export function usedMacros(tex: string, macros: Macros): [name: string, expansion: string][] {
  const names = Object.keys(macros);
  if (names.length === 0) return [];
  const used = new Set<string>();
  const queue = [tex];
  const use = (name: string): void => {
    if (used.has(name)) return;
    used.add(name);
    queue.push(macros[name] ?? '');
  };
  for (const name of names) {
    // Letters, signs and KaTeX's internal commands are too short or too hidden to look for.
    if (!/^\\[A-Za-z]+$/u.test(name) || isBuiltIn(name)) use(name);
  }
  for (let text = queue.pop(); text !== undefined; text = queue.pop()) {
    for (const command of commandsOf(text)) if (Object.hasOwn(macros, command)) use(command);
  }
  return [...used].toSorted().map((name) => [name, macros[name] ?? '']);
}
