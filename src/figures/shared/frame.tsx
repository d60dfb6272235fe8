import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { type Lang, sharedWords } from './words.ts';

const LangContext = createContext<Lang>('zh');

/** Language of the figure that a component stands in. */
export const useLang = (): Lang => useContext(LangContext);

/** Whether the figure answers: not as the server printed it, only once a script has taken it over. */
export function useLive(): boolean {
  const [isLive, setLive] = useState(false);
  useEffect(() => {
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
    </LangContext.Provider>
  );
}
