import type { RuleId } from '../diagnostics/catalogue.ts';
import { paintUrls, srcsetUrls, type UrlKind, urlKind } from './safe-urls.ts';

/** Why an attribute must not be published. */
export interface Objection {
  readonly rule: RuleId;
  readonly message: string;
  readonly hint: string;
}

/** A name without the differences between HTML, JSX and hast: `xlink:href`, `xLinkHref` → `xlinkhref`. */
const plainName = (name: string): string => name.toLowerCase().replace(/[-:]/gu, '');

/** Attributes with the address of something that the browser loads or sends to by itself. */
const loading = new Set([
  'src',
  'srcset',
  'imagesrcset',
  'poster',
  'background',
  'lowsrc',
  'dynsrc',
  'data',
  'code',
  'codebase',
  'archive',
  'classid',
  'profile',
  'manifest',
  'icon',
  'action',
  'formaction',
]);
/** Attributes with an address to which only the reader goes. */
const leading = new Set(['cite', 'longdesc']);
/** Attributes that hold HTML, or tell somebody else that a link was followed. */
const forbidden = new Map([
  ['srcdoc', 'link to the page instead'],
  ['ping', 'remove it'],
  ['sethtml', 'write the HTML itself'],
  ['innerhtml', 'write the HTML itself'],
  ['dangerouslysetinnerhtml', 'write the HTML itself'],
]);
const tagsThatLead = new Set(['a', 'area']);
const animations = new Set(['set', 'animate', 'animatetransform', 'animatemotion']);

const short = (value: string): string => (value.length > 60 ? `${value.slice(0, 60)}…` : value);

function urlObjection(name: string, value: string, kind: UrlKind, mayLeave: boolean): Objection | undefined {
  if (kind === 'active') {
    return {
      rule: 'security/url',
      message: `\`${name}\` must not use the scheme of \`${short(value)}\`.`,
      hint: 'only addresses of pages and files may stand here',
    };
  }
  if (kind !== 'foreign' || mayLeave) return undefined;
  return {
    rule: 'security/remote',
    message: `\`${name}\` names another host: \`${short(value)}\`.`,
    hint: 'save the file beside the article or in public/; a page loads nothing from another host',
  };
}

/** An animation may set an attribute that would be refused if it stood there by itself. */
function animationObjection(name: string, value: string): Objection | undefined {
  const target = plainName(value.trim());
  if (name !== 'attributename' || !(target.endsWith('href') || target.startsWith('on'))) return undefined;
  return {
    rule: 'security/handler',
    message: `An animation must not change \`${short(value)}\`.`,
    hint: 'animate what is drawn',
  };
}

/**
 * What speaks against an attribute of an element; nothing where it may be published.
 *
 * @param value the attribute's text, entities decoded; absent where an expression of MDX makes it.
 */
export function objectionTo(
  tag: string,
  attribute: string,
  value: string | undefined,
): Objection | undefined {
  const name = plainName(attribute);
  if (name.startsWith('on')) {
    return {
      rule: 'security/handler',
      message: `\`${attribute}\` would run a script.`,
      hint: 'what a page can do comes from the components of the site',
    };
  }
  if (name === 'style') {
    return {
      rule: 'security/inline-style',
      message: 'Inline styles are not published.',
      hint: 'use a class of src/styles/prose.css',
    };
  }
  const instead = forbidden.get(name);
  if (instead !== undefined) {
    return { rule: 'security/attribute', message: `\`${attribute}\` is not published.`, hint: instead };
  }
  if (value === undefined) return undefined;
  if (animations.has(tag)) {
    const objection = animationObjection(name, value);
    if (objection) return objection;
  }
  const mayLeave = leading.has(name) || tagsThatLead.has(tag);
  const holdsUrl = loading.has(name) || leading.has(name) || name === 'href' || name === 'xlinkhref';
  const urls = name.endsWith('srcset') ? srcsetUrls(value) : holdsUrl ? [value] : paintUrls(value);
  for (const url of urls) {
    const objection = urlObjection(attribute, url, urlKind(url), mayLeave);
    if (objection) return objection;
  }
  return undefined;
}
