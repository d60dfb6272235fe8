import type { Language } from '../../i18n/words.ts';

/** Language of a figure's words: that of the article around it. */
export type Lang = Language;

/** Words for readers of one language each. */
export type InBoth<Words> = Readonly<Record<Lang, Words>>;

const zh = {
  controls: '控件',
  reset: '复位',
  previous: '上一步',
  next: '下一步',
  play: '播放',
  pause: '暂停',
  stepOf: (step: number, count: number): string => `第 ${String(step)} 步，共 ${String(count)} 步`,
};

/** Words that all figures share. */
export const sharedWords: InBoth<typeof zh> = {
  zh,
  en: {
    controls: 'Controls',
    reset: 'Reset',
    previous: 'Back',
    next: 'Next',
    play: 'Play',
    pause: 'Pause',
    stepOf: (step, count) => `Step ${String(step)} of ${String(count)}`,
  },
};
