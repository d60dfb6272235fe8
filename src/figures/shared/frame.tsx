import { createContext, type ComponentChildren } from 'preact';
import { useContext, useId, useLayoutEffect, useState } from 'preact/hooks';
import { type Lang, sharedWords } from './words.ts';

const LangContext = createContext<Lang>('zh');
const NameContext = createContext('');

/** Language of the figure that a component stands in. */
export const useLang = (): Lang => useContext(LangContext);

/**
 * An id that no other figure of the page has: Preact counts anew in each of them, and radio buttons of one
 * name belong together wherever they stand.
 */
export const useOwnId = (): string => `${useContext(NameContext)}${useId()}`;

/** A short name for a title, the same on the server and in the browser. */
const nameOf = (title: string): string =>
  [...title].reduce((sum, sign) => (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) >>> 0, 7).toString(36);

/** Whether the figure answers: not as the server printed it, only once a script has taken it over. */
export function useLive(): boolean {
  const [isLive, setLive] = useState(false);
  // Not an effect after the next frame: until then a figure that has been taken over would not answer.
  useLayoutEffect(() => {
    setLive(true);
  }, []);
  return isLive;
}

interface FrameProps {
  lang: Lang;
  /** What the figure is called for those who do not see it. */
  title: string;
  /**
   * What the picture shows now, in one or two sentences computed from the state. It stands below the
   * picture and is read out when it changes.
   */
  summary: string;
  controls?: ComponentChildren;
  /** Puts the figure back to how it was printed; a button for it stands among the controls. */
  onReset?: () => void;
  children: ComponentChildren;
}

/** Controls, picture and summary of a living figure. Without a script the controls stay off. */
export function Frame({ lang, title, summary, controls, onReset, children }: FrameProps) {
  const isLive = useLive();
  const words = sharedWords[lang];
  return (
    <LangContext.Provider value={lang}>
      <NameContext.Provider value={nameOf(title)}>
        <div class="living-frame" role="group" aria-label={title}>
          {controls != null && (
            <fieldset class="living-controls" disabled={!isLive}>
              <legend class="living-unseen">{words.controls}</legend>
              {controls}
              {onReset && (
                <button type="button" class="living-button" onClick={onReset}>
                  {words.reset}
                </button>
              )}
            </fieldset>
          )}
          <div class="living-picture">{children}</div>
          <p class="living-summary" role="status">
            {summary}
          </p>
        </div>
      </NameContext.Provider>
    </LangContext.Provider>
  );
}
