/** Loads what marks the words of a search, on an article that was opened from one. */
export async function setUpMatches(): Promise<void> {
  const article = document.querySelector<HTMLElement>('.prose');
  if (!article || !new URLSearchParams(location.search).get('q')) return;
  const { markMatches } = await import('./mark-matches.ts');
  markMatches(article);
}
