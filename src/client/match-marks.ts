/** Marks on a page: all matches, and the one where the reader is. */
export interface MatchMarks {
  /** Where the matches are now. */
  readonly places: readonly { getBoundingClientRect(): DOMRect; readonly element: Element | null }[];
  setCurrent(index: number): void;
  remove(): void;
}

const elementOf = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** Marks by the CSS Custom Highlight API: the document stays as it is. */
function highlightMarks(ranges: readonly Range[]): MatchMarks {
  const current = new Highlight();
  current.priority = 1;
  CSS.highlights.set('search-match', new Highlight(...ranges));
  CSS.highlights.set('search-match-current', current);
  return {
    places: ranges.map((range) => ({
      getBoundingClientRect: () => range.getBoundingClientRect(),
      element: elementOf(range.startContainer),
    })),
    setCurrent: (index) => {
      current.clear();
      const range = ranges[index];
      if (range) current.add(range);
    },
    remove: () => {
      CSS.highlights.delete('search-match');
      CSS.highlights.delete('search-match-current');
    },
  };
}

/** The parts of a range that each lie in one text node. */
function textParts(range: Range): Range[] {
  const { startContainer, endContainer, startOffset, endOffset, commonAncestorContainer } = range;
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = commonAncestorContainer instanceof Text ? [commonAncestorContainer] : [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes
    .filter((node) => range.intersectsNode(node) && !node.parentElement?.closest('.katex-mathml'))
    .map((node) => {
      const part = document.createRange();
      part.setStart(node, node === startContainer ? startOffset : 0);
      part.setEnd(node, node === endContainer ? endOffset : node.length);
      return part;
    })
    .filter((part) => !part.collapsed);
}

/** Marks by `<mark>` elements, for browsers without the Highlight API. */
function elementMarks(ranges: readonly Range[]): MatchMarks {
  // From the end: a range before keeps its place when the text after it is wrapped.
  const groups = ranges
    .toReversed()
    .map((range) =>
      textParts(range)
        .toReversed()
        .map((part) => {
          const mark = document.createElement('mark');
          mark.className = 'search-match';
          part.surroundContents(mark);
          return mark;
        })
        .toReversed(),
    )
    .toReversed();
  return {
    places: groups.map(([first]) => ({
      getBoundingClientRect: () => first?.getBoundingClientRect() ?? new DOMRect(),
      element: first ?? null,
    })),
    setCurrent: (index) => {
      for (const [place, marks] of groups.entries()) {
        for (const mark of marks) mark.classList.toggle('is-current', place === index);
      }
    },
    remove: () => {
      for (const mark of groups.flat()) {
        const around = mark.parentNode;
        mark.replaceWith(...mark.childNodes);
        around?.normalize();
      }
    },
  };
}

/** Marks ranges of the document, in the way that the browser knows. */
export function markRanges(ranges: readonly Range[]): MatchMarks {
  return 'highlights' in CSS ? highlightMarks(ranges) : elementMarks(ranges);
}
