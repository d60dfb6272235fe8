/**
 * Signs that mean the same, a line for each: the name under which search knows them, then the other
 * TeX commands and the characters for it. A character that NFKD takes apart in the right way is not
 * listed (`ℝ`, `₀`, `𝛼`).
 */
const table = `
alpha α
beta β
gamma γ
delta δ
epsilon varepsilon ε
zeta ζ
eta η
theta vartheta θ
iota ι
kappa varkappa κ
lambda λ
mu μ
nu ν
xi ξ
pi varpi π
rho varrho ρ
sigma varsigma σ ς
tau τ
upsilon υ
phi varphi φ
chi χ
psi ψ
omega ω
Gamma varGamma Γ
Delta varDelta Δ ∆ triangle △
Theta varTheta Θ
Lambda varLambda Λ
Xi varXi Ξ
Pi varPi Π
Sigma varSigma Σ
Upsilon varUpsilon Υ
Phi varPhi Φ
Psi varPsi Ψ
Omega varOmega Ω
leq le leqslant ≤ ⩽
geq ge geqslant ≥ ⩾
neq ne ≠
ll ≪
gg ≫
approx ≈
equiv ≡
sim thicksim ∼ ~
simeq ≃
cong ≅
propto varpropto ∝
coloneqq coloneq defeq ≔ :=
triangleq ≜
in isin ∈
notin ∉
ni owns ∋
subset ⊂
subseteq ⊆
supset ⊃
supseteq ⊇
cup ∪
cap ∩
setminus ∖
emptyset varnothing ∅
forall ∀
exists ∃
land wedge ∧
lor vee ∨
lnot neg ¬
to rightarrow longrightarrow xrightarrow → ⟶ ->
gets leftarrow longleftarrow xleftarrow ← ⟵
leftrightarrow longleftrightarrow ↔ ⟷
implies Rightarrow Longrightarrow ⇒ ⟹ =>
impliedby Leftarrow Longleftarrow ⇐ ⟸
iff Leftrightarrow Longleftrightarrow ⇔ ⟺
mapsto longmapsto ↦ ⟼
uparrow ↑
downarrow ↓
pm ±
mp ∓
times ×
div ÷
cdot cdotp ⋅ · ∙ ・
ast * ∗
star ⋆
circ ∘ ◦
odot ⊙
otimes ⊗
oplus ⊕
ominus ⊖
sum ∑
prod ∏
coprod ∐
int ∫
iint ∬
oint ∮
partial ∂
nabla ∇
infty ∞
sqrt surd √
ell ℓ
hbar hslash ℏ
Re ℜ
Im ℑ
aleph ℵ
angle ∠
perp bot ⊥
T top intercal ⊤ ⊺ ᵀ
dagger †
models vDash ⊨
vdash ⊢
dots ldots cdots vdots ddots dotsc dotsb dotsm dotsi dotso … ⋯ ⋮ ⋱ ...
plus +
minus - −
equals =
slash / ∕ over
lt < 
gt >
colon :
bar | vert lvert rvert mid ∣
prime ' ′ ’
percent %
factorial !
binom choose
blacksquare qedsymbol ■ ∎
square Box □
`;

/** TeX commands (without their backslash) and characters, each with its name. */
const names = new Map<string, string>();
for (const line of table.trim().split('\n')) {
  const [name = '', ...others] = line.trim().split(' ');
  for (const sign of [name, ...others]) names.set(sign, name);
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Commands that print the word that they are called. */
const words = wordsOf(`
  arccos arcsin arctan arctg arg argmax argmin cos cosh cot coth csc deg det dim exp gcd hom inf ker
  lg lim liminf limsup ln log max min mod bmod pmod Pr sec sin sinh sup tan tanh`);

/** Commands that only say how something looks, or where it stands; what they are applied to stays. */
const looks = wordsOf(`
  left right middle big Big bigg Bigg bigl bigr bigm Bigl Bigr Bigm biggl biggr biggm Biggl Biggr Biggm
  mathbb mathbf mathbfit mathcal mathfrak mathit mathnormal mathrm mathscr mathsf mathtt bm boldsymbol pmb
  text textbf textit textmd textnormal textrm textsf texttt textup emph mbox hbox operatorname
  operatornamewithlimits mathop mathbin mathrel mathord mathopen mathclose mathpunct mathinner rm bf it sf tt cal
  acute bar breve check ddot dddot dot grave hat mathring tilde vec widecheck widehat widetilde overline
  underline overrightarrow overleftarrow overleftrightarrow underbar overbrace underbrace boxed fbox cancel
  bcancel xcancel sout displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits substack smash
  tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge nonumber notag hline quad
  qquad enspace enskip thinspace medspace thickspace negthinspace allowbreak nobreak
  lbrace rbrace lbrack rbrack lparen rparen langle rangle lfloor rfloor lceil rceil lgroup rgroup
  Vert lVert rVert parallel relax mathstrut strut textstyle cr newline llap rlap mathllap mathrlap mathclap
  overset underset stackrel frac tfrac dfrac cfrac`);

/** Commands whose first arguments are no part of the formula, and how many these are. */
const hidden = new Map(
  Object.entries({
    ...{ begin: 1, end: 1, label: 1, tag: 1, ref: 1, eqref: 1, color: 1, textcolor: 1, colorbox: 1 },
    ...{ fcolorbox: 2, hspace: 1, vspace: 1, mspace: 1, phantom: 1, hphantom: 1, vphantom: 1, rule: 2 },
    ...{ href: 1, htmlClass: 1, htmlId: 1, htmlData: 1, htmlStyle: 1, cssId: 1, class: 1 },
  }),
);

/** What search makes of a TeX command, given without its backslash. */
export type CommandMeaning =
  | { readonly kind: 'sign'; readonly name: string }
  | { readonly kind: 'word' }
  | { readonly kind: 'nothing'; readonly hiddenArguments: number };

/** The meaning of a command; one that nobody knows is a sign of its own name. */
export function meaningOf(command: string): CommandMeaning {
  if (words.has(command)) return { kind: 'word' };
  const hiddenArguments = hidden.get(command);
  if (hiddenArguments !== undefined) return { kind: 'nothing', hiddenArguments };
  if (looks.has(command)) return { kind: 'nothing', hiddenArguments: 0 };
  return { kind: 'sign', name: names.get(command) ?? command };
}

/** The name of a sign as it is typed, such as `≤`, `->` or `+`. */
export const nameOfSign = (sign: string): string | undefined => names.get(sign);
