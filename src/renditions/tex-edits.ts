/** A replacement in TeX: the code units from `start` to `end` become `text`. */
export interface TexEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** TeX after its edits, with the way back. */
export interface EditedTex {
  readonly tex: string;
  /** Offset into the author's TeX of an offset into the edited one. */
  readonly originalOffset: (offset: number) => number;
}

/**
 * Applies edits at once. Of two that overlap, the one that begins first holds, and of two that begin
 * at the same place the longer one.
 *
 * `a\label{eq-x}` with `\label{eq-x}` → `\tag{1}`: `a\tag{1}`
 */
export function applyEdits(tex: string, edits: readonly TexEdit[]): EditedTex {
  const pieces: { readonly from: number; readonly to: number; readonly fixed: boolean }[] = [];
  let result = '';
  let done = 0;
  const keep = (end: number): void => {
    pieces.push({ from: done, to: result.length, fixed: false });
    result += tex.slice(done, end);
  };
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < done) continue;
    keep(start);
    pieces.push({ from: start, to: result.length, fixed: true });
    result += text;
    done = end;
  }
  keep(tex.length);
  return {
    tex: result,
    originalOffset: (offset) => {
      const piece = pieces.findLast(({ to }) => to <= offset);
      if (!piece) return offset;
      return piece.fixed ? piece.from : piece.from + offset - piece.to;
    },
  };
}
