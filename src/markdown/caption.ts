import type { PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { type LabelKind, labelSlot } from './label-types.ts';
import { plainText } from './plain-text.ts';

/**
 * The line under a figure or over a table: its number and its caption. Without an id it has no number.
 *
 * `{#fig-a}` and `结构` → `图 1 结构`, and the label on the block that it will be numbered by
 */
export function captionLine(
  block: ContainerDirective,
  kind: LabelKind,
  caption: PhrasingContent[],
): PhrasingContent[] {
  const id = block.attributes?.id;
  if (!id) return caption;
  const title = plainText({ type: 'paragraph', children: caption });
  block.data = { ...block.data, label: { kind, id, ...(title === '' ? {} : { title }) } };
  return [labelSlot(), ...(title === '' ? [] : [{ type: 'text' as const, value: ' ' }]), ...caption];
}
