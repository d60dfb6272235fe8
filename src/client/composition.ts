/** Longest time between the end of a composition and the key that ended it, in milliseconds. */
const sameKey = 50;

/**
 * Watches a field for input methods. The function it returns says whether a key belongs to a
 * composition and must do nothing else: Enter then chooses characters.
 *
 * Chrome and Firefox send such a key before the composition ends, with `isComposing` or key code 229;
 * Safari sends it right after the end.
 */
export function watchComposition(field: HTMLElement): (event: KeyboardEvent) => boolean {
  let isOpen = false;
  let endedAt = -Infinity;
  field.addEventListener('compositionstart', () => {
    isOpen = true;
  });
  field.addEventListener('compositionend', ({ timeStamp }) => {
    isOpen = false;
    endedAt = timeStamp;
  });
  return (event) => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only sign that Safari gives
    if (isOpen || event.isComposing || event.keyCode === 229) return true;
    const isSameKey = event.timeStamp - endedAt < sameKey;
    endedAt = -Infinity;
    return isSameKey;
  };
}
