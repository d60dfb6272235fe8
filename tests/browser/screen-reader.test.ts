import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const visit = useBrowser();
const { root } = inject('sites');

interface Node {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
}

interface Spoken {
  readonly role: string;
  readonly name: string;
  /** Roles of what it is in, the nearest last. */
  readonly within: readonly string[];
}

/** What Chromium tells a screen reader of a page, in reading order. */
async function spokenOn(page: Page): Promise<Spoken[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as unknown as { nodes: Node[] };
  const all = new Map(nodes.map((node) => [node.nodeId, node]));
  const spoken: Spoken[] = [];
  const walk = (id: string, within: readonly string[]): void => {
    const node = all.get(id);
    if (!node) return;
    const role = node.role?.value ?? '';
    if (!node.ignored && role !== 'InlineTextBox')
      spoken.push({ role, name: node.name?.value ?? '', within });
    for (const child of node.childIds ?? []) walk(child, node.ignored ? within : [...within, role]);
  };
  walk(nodes[0]?.nodeId ?? '', []);
  return spoken;
}

it('an article is read in its order, its formulas once, as MathML', async () => {
  await visit(`${root}posts/lora/`, async (page) => {
    const spoken = await spokenOn(page);
    const named = (role: string): string[] =>
      spoken.filter((one) => one.role === role).map(({ name }) => name);

    const landmarks = ['banner', 'main', 'contentinfo'];
    expect(spoken.map(({ role }) => role).filter((role) => landmarks.includes(role))).toEqual(landmarks);
    const navigations = named('navigation');
    expect(navigations).toContain('目录');
    expect(navigations).not.toContain('');
    expect(new Set(navigations).size).toBe(navigations.length);

    const headings = named('heading');
    expect(headings[0]).toBe('LoRA：大模型的低秩适配');
    expect(headings.at(-1)).toMatch(/^注释/u);
    expect(named('link')).not.toContain('');
    expect(named('button')).not.toContain('');
    expect(named('image')).not.toContain('');

    const formulas = await page.locator('.katex').count();
    expect(named('MathMLMath')).toHaveLength(formulas);
    const letters = spoken.filter(({ role, name }) => role === 'StaticText' && /[∈∑ℝ]|^[A-Z]$/u.test(name));
    expect(letters.length).toBeGreaterThan(10);
    const strays = letters.filter(({ within }) => !within.some((role) => role.startsWith('MathML')));
    expect(strays.filter(({ within }) => !within.includes('code') && !within.includes('figure'))).toEqual([]);
  });
});

it('a card is announced by its name, and its reference says that it is open', async () => {
  await visit(`${root}posts/lora/`, async (page) => {
    const reference = page.locator('.prose .citation a').first();
    await reference.focus();
    await expect.poll(() => reference.getAttribute('aria-expanded')).toBe('true');
    const cards = (await spokenOn(page)).filter(({ role }) => role === 'dialog');
    expect(cards).toHaveLength(1);
    expect(cards[0]?.name).not.toBe('');
  });
});
