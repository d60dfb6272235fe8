/**
 * Gives the document a style sheet that came with a script. Sheets that a script merely imports are put
 * into every page by Astro, also when the script itself is loaded only when it is asked for.
 */
export function adoptStyles(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
