import { type CustomPlugin, optimize, type PluginConfig } from 'svgo';
import { objectionTo } from '../markdown/safe-attributes.ts';

/** A drawing without what it must not do. */
export interface SanitisedSvg {
  readonly svg: string;
  /** What was taken out, as the author would name it: `<script>`, `onload`; empty for a clean drawing. */
  readonly removed: readonly string[];
  /** Whether it says how large it is, by `viewBox` or by `width` and `height`. */
  readonly hasSize: boolean;
  /** Whether the file itself may be published: nothing was taken out, and its size is found by who asks for it. */
  readonly isFine: boolean;
}

/** Thrown for a file that is not XML, or whose entities would fill the memory. */
export class SvgError extends Error {
  override name = 'SvgError';
}

/** Elements that run something, or show what is no drawing. */
const active = new Set([
  ...['script', 'handler', 'listener', 'foreignobject', 'iframe', 'embed', 'object', 'audio', 'video'],
  ...['canvas', 'link', 'meta', 'base', 'body', 'html', 'form', 'input', 'button'],
]);

/** CSS that loads something: a drawing refers to its own parts only. A backslash may hide anything. */
const loadsSomething = (css: string): boolean =>
  /@import|\\|expression\s*\(|url\(\s*["']?(?!\s*["']?(?:#|data:image\/(?:png|jpe?g|gif|webp)))/iu.test(css);

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** Entities that hold others grow with each level; drawing programs use short and flat ones. */
function checkEntities(source: string): void {
  const values = [...source.matchAll(/<!ENTITY\s+[^\s>]+\s+(?:"([^"]*)"|'([^']*)'|([^>]*))/gu)].map(
    ([, double, single, other]) => double ?? single ?? other ?? '',
  );
  const longest = Math.max(0, ...values.map(({ length }) => length));
  const uses = source.split('&').length;
  if (values.some((value) => /[&%]|SYSTEM|PUBLIC/u.test(value)) || longest * uses > 1_000_000) {
    throw new SvgError('its entities hold others, or are too long');
  }
}

/** Lengths that Astro reads: `12.5`, `3cm`; a part of the page is none. */
const isLength = (value = ''): boolean => /^[\d.]+(?:e\d+)?(?:in|cm|em|ex|m|mm|pc|pt|px)?$/u.test(value);

/** What the `<svg>` of a file says of its size. */
interface Root {
  readonly hasSize: boolean;
  /** Whether that is written as Astro reads it: `viewBox="0,0,8,8"` is right, and not understood there. */
  readonly isPlain: boolean;
}

/** Reads the size of a drawing, and writes it as Astro reads it. */
function readRoot(attributes: Record<string, string>): Root {
  // The diagram in the words of the program that drew it, of any length: no part of the drawing.
  Reflect.deleteProperty(attributes, 'content');
  const isMeasured = isLength(attributes.width) && isLength(attributes.height);
  const numbers = attributes.viewBox?.trim().split(/[\s,]+/u) ?? [];
  const isViewBox = numbers.length === 4 && numbers.slice(2).every((number) => Number(number) > 0);
  const viewBox = numbers.join(' ');
  const isPlain = isMeasured || viewBox === attributes.viewBox;
  if (isViewBox) attributes.viewBox = viewBox;
  return { hasSize: isMeasured || isViewBox, isPlain };
}

/** Whether the `<svg>` of a file stands where Astro looks for it: among its first thousand bytes, and whole. */
const beginsSoon = (source: string): boolean =>
  /<svg\s(?:[^>"']|"[^"]*"|'[^']*')*>/u.test(Buffer.from(source).subarray(0, 1000).toString());

/** Removes what a drawing must not do, and writes down what that was. */
function remover(removed: Set<string>, seen: (root: Root) => unknown): CustomPlugin {
  return {
    name: 'remove-active-content',
    fn: () => ({
      instruction: {
        enter: (node, parent) => {
          if (node.name !== 'xml-stylesheet') return;
          removed.add('<?xml-stylesheet?>');
          parent.children = parent.children.filter((child) => child !== node);
        },
      },
      element: {
        enter: (node, parent) => {
          const name = localName(node.name);
          const { attributes } = node;
          if (parent.type === 'root' && name === 'svg') seen(readRoot(attributes));
          const css = node.children.map((child) => ('value' in child ? child.value : '')).join('');
          if (active.has(name) || (name === 'style' && loadsSomething(css))) {
            removed.add(`<${node.name}>`);
            parent.children = parent.children.filter((child) => child !== node);
            return;
          }
          for (const [attribute, value] of Object.entries(attributes)) {
            if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) continue;
            const isRefused =
              attribute === 'style'
                ? loadsSomething(value)
                : attribute === 'xml:base' || objectionTo(name, attribute, value) !== undefined;
            if (!isRefused) continue;
            removed.add(attribute);
            Reflect.deleteProperty(attributes, attribute);
          }
        },
      },
    }),
  };
}

/** What may stand before a drawing at any length, and is none. */
const heads: PluginConfig[] = [
  'removeXMLProcInst',
  'removeDoctype',
  { name: 'removeComments', params: { preservePatterns: false } },
  'removeEditorsNSData',
];

/**
 * Takes scripts, handlers and references to other hosts out of an SVG.
 *
 * `<svg onload="go()"><script/><path d="M0 0"/></svg>` → `<svg><path d="M0 0"/></svg>`
 *
 * @throws {SvgError} for what is no SVG.
 */
export function sanitiseSvg(source: string): SanitisedSvg {
  checkEntities(source);
  const removed = new Set<string>();
  const roots: Root[] = [];
  const plugin = remover(removed, (root) => roots.push(root));
  let svg: string;
  try {
    // Its own plugin for scripts comes second, for what ours may have missed.
    svg = optimize(source, { plugins: [plugin, 'removeScripts', ...heads] }).data;
  } catch (error) {
    const reason = (error as { reason?: string }).reason ?? String(error);
    throw new SvgError(`it is not XML: ${reason}`, { cause: error });
  }
  const [root] = roots;
  if (!root) throw new SvgError('it holds no <svg>');
  const isFine = removed.size === 0 && root.isPlain && beginsSoon(source);
  return { svg, removed: [...removed], hasSize: root.hasSize && beginsSoon(svg), isFine };
}
