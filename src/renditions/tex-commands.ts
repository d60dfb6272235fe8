/**
 * What the arguments of a command are, one sign for each: `m` mathematics; `f` mathematics in another
 * alphabet, and `a` under an accent, struck out
 * or as an operator, which make it another symbol; `r` no mathematics, or none that is
 * seen.
 */
export type ArgumentKinds = string;

const named = (kinds: ArgumentKinds, names: string): [string, ArgumentKinds][] =>
  names.split(' ').map((name) => [`\\${name}`, kinds]);

const kinds = new Map<string, ArgumentKinds>([
  ...named('mm', 'frac dfrac tfrac cfrac binom dbinom tbinom overset underset stackrel'),
  ...named('m', 'sqrt mathord mathbin mathrel mathopen mathclose mathpunct mathinner substack'),
  ...named('m', 'underbrace overbrace underbracket overbracket underline boxed smash pmod pod mod'),
  ...named('m', 'mathrlap mathllap mathclap vcenter bra ket Bra Ket set Set'),
  ...named('m', 'xleftarrow xrightarrow xLeftarrow xRightarrow xleftrightarrow xLeftrightarrow xmapsto'),
  ...named('m', 'xhookleftarrow xhookrightarrow xlongequal xtwoheadrightarrow xtwoheadleftarrow'),
  ...named('mmmm', 'mathchoice'),
  ...named('f', 'mathrm mathbf mathit mathsf mathtt mathbb mathcal mathscr mathfrak mathnormal mathsfit'),
  ...named('f', 'boldsymbol bm pmb bold Bbb frak'),
  ...named('a', 'hat widehat tilde widetilde bar overline vec dot ddot dddot ddddot acute grave check'),
  ...named('a', 'widecheck breve mathring utilde overrightarrow overleftarrow overleftrightarrow'),
  ...named('a', 'underrightarrow underleftarrow overgroup undergroup overlinesegment underlinesegment'),
  ...named('a', 'mathop cancel bcancel xcancel sout'),
  ...named('r', 'text textrm textbf textit textsf texttt textnormal textup textmd emph hbox mbox fbox'),
  ...named('r', 'operatorname operatornamewithlimits tag label ref eqref color url includegraphics'),
  ...named('r', 'hspace kern mkern hskip mskip phantom hphantom vphantom rlap llap clap'),
  ...named('rr', 'href htmlClass htmlId htmlStyle htmlData rule raisebox colorbox'),
  ...named('rm', 'textcolor'),
  ...named('rrr', 'fcolorbox'),
  ...named('rrrrmm', 'genfrac'),
]);

/** What the arguments of a command are; empty for a sign such as `\alpha`. */
export const argumentKinds = (command: string): ArgumentKinds => kinds.get(command) ?? '';

/** Commands with an argument in square brackets before the others. */
export const takesOption = (command: string): boolean =>
  /^\\(?:sqrt|cfrac|smash|rule|\\|x(?!i$)[A-Za-z]+)$/u.test(command);

/** Commands that set all that follows in their group in another alphabet. */
export const isFontSwitch = (command: string): boolean =>
  /^\\(?:rm|bf|it|sf|tt|cal|mit|bfseries|rmfamily|sffamily|ttfamily)$/u.test(command);

/** Commands that a delimiter or a sign to be crossed out follows. */
export const takesSign = (command: string): boolean =>
  /^\\(?:left|right|middle|not|(?:big|Big|bigg|Bigg)[lrm]?)$/u.test(command);

/** Environments that name their columns before they begin. */
export const takesColumns = (environment: string): boolean =>
  /^(?:d?array|subarray|alignat\*?|alignedat)$/u.test(environment);
