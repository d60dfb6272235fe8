import { describe, expect, it } from 'vitest';
import { head } from './broken.ts';
import { compileFiles } from './compile-text.ts';

async function unknownIn(body: string): Promise<(string | undefined)[]> {
  const { diagnostics } = await compileFiles({ 'a.mdx': head + body, 'chart.astro': '', 'charts.ts': '' });
  return diagnostics.filter(({ rule }) => rule === 'mdx/unknown-component').map(({ hint }) => hint);
}

describe('a component of MDX', () => {
  it.each([
    "import Chart from './chart.astro'\n\n<Chart />",
    "import { Chart } from './charts.ts'\n\n文字<Chart />",
    "import * as charts from './charts.ts'\n\n<charts.Line />",
    "export const Box = () => '盒'\n\n<Box />",
    "export function Box() { return '盒' }\n\n<Box />",
    '<Fragment>文字</Fragment>\n\n<my-element />\n\n<>文字</>',
  ])('is known where the article defines it: %j', async (body) => {
    expect(await unknownIn(body)).toEqual([]);
  });

  it('is known where it is a figure of the site, and noted once', async () => {
    const body = '<SpeedUp />\n\n<SpeedUp />\n\n@fig-x\n\n:::figure{#fig-x}\n<Fragment />\n\n一\n:::';
    const { articles } = await compileFiles({ 'a.mdx': head + body });
    expect(articles[0]?.data.components).toEqual(['SpeedUp']);
    expect(await unknownIn('<SpeedUps />')).toEqual(['did you mean `SpeedUp`?']);
  });

  it('is reported where nothing defines it, with the nearest name', async () => {
    expect(await unknownIn("import Chart from './chart.astro'\n\n<Chatr />")).toEqual([
      'did you mean `Chart`?',
    ]);
    expect(await unknownIn('文字<plots.Line />')).toEqual(['import `plots` at the beginning of the article']);
  });
});
