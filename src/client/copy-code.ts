import type { ScriptWords } from '../i18n/zh.ts';

const prompt = /^(?:\([\w.-]+\) )?(?:[\w.-]+@[\w.-]+[^$%#]*)?[$%] /u;

/**
 * The commands of a shell session, without prompts and without what they printed; all of it where no
 * line has a prompt.
 *
 * `$ ls\nlora.py` → `ls` · a line that ends with a backslash goes on in the next, with or without `> `
 */
export function commandsOf(session: string): string {
  const commands: string[] = [];
  let goesOn = false;
  for (const line of session.split('\n')) {
    const isCommand = prompt.test(line);
    if (isCommand || goesOn) commands.push(line.replace(isCommand ? prompt : /^> /u, ''));
    goesOn = (isCommand || goesOn) && line.endsWith('\\');
  }
  return commands.length === 0 ? session : commands.join('\n');
}

/** What a reader wants of a code block: lines marked as removed are left out, and so is a session's output. */
function wantedText(figure: HTMLElement, code: HTMLElement): string {
  const kept = [...code.childNodes].filter(
    (line) => !(line instanceof Element && line.classList.contains('line-remove')),
  );
  const lines = kept.length > 0 ? kept : [...code.childNodes];
  const text = lines
    .map(({ textContent }) => textContent ?? '')
    .join('')
    .replace(/\n$/u, '');
  return figure.classList.contains('is-session') ? commandsOf(text) : text;
}

export const codeBlocks = 'figure.code';

/** Gives code blocks, by default all, a button that copies their text. */
export function setUpCopyButtons(
  words: ScriptWords,
  blocks: Iterable<HTMLElement> = document.querySelectorAll<HTMLElement>(codeBlocks),
): void {
  for (const figure of blocks) {
    const code = figure.querySelector('code');
    const caption = figure.querySelector('figcaption');
    if (!code || !caption) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-code';
    button.textContent = words.copy;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(wantedText(figure, code)).then(
        () => {
          button.textContent = words.copied;
          setTimeout(() => (button.textContent = words.copy), 2000);
        },
        () => (button.textContent = words.notCopied),
      );
    });
    caption.append(button);
  }
}
