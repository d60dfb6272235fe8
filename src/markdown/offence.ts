import type { Properties } from 'hast';
import type { PhrasingContent } from 'mdast';
import { articleWords } from './article-words.ts';
import { type Box, box, ownWords } from './blocks.ts';
import type { ArticleContext } from './context.ts';

type Language = ArticleContext['language'];

/** Marks an element that shows something the author wrote and that could not be read; for its stylesheet. */
export const offenceProperties = (
  language: Language,
): Properties & { className: string[]; title: string } => ({
  className: ['offence'],
  title: articleWords[language].unreadable,
});

/** What an author wrote, as it is, with a mark. It is no word of the article: search does not see it. */
export const offence = (written: string, language: Language): Box =>
  ownWords(written, offenceProperties(language));

/** Words of the article that should have been a link or an image, with a mark. */
export const offendingWords = (children: PhrasingContent[], language: Language): Box =>
  box('span', offenceProperties(language), children);
