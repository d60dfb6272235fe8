import { describe, expect, it } from 'vitest';
import { articleData } from '../../../src/metadata/article-data.ts';
import { sample } from './article-samples.ts';

const site = { name: 'Downlink', home: 'https://example.org/' };
const { data } = sample;

describe('the linked data of an article', () => {
  it('says who wrote it when, and in which language', () => {
    expect(articleData(sample, site)).toMatchObject({
      '@type': 'BlogPosting',
      headline: 'LoRA：低秩适配',
      inLanguage: 'zh-CN',
      datePublished: '2026-11-20T08:00:00.000Z',
      dateModified: '2026-11-22T00:00:00.000Z',
      author: [
        { '@type': 'Person', name: '李华', url: 'https://example.org/li' },
        { '@type': 'Organization', name: '编辑部' },
      ],
      keywords: ['大模型', '微调'],
      workTranslation: [{ url: 'https://example.org/en/posts/lora/', inLanguage: 'en' }],
    });
  });

  it('names its series, its place in it, and each work that it cites', () => {
    const series = 'https://example.org/series/peft/';
    const { isPartOf, position, citation } = articleData({ ...sample, series }, site);
    expect(isPartOf).toContainEqual({
      '@type': 'CreativeWorkSeries',
      '@id': `${series}#series`,
      name: '参数高效微调',
      url: series,
    });
    expect(position).toBe(2);
    expect(citation).toMatchObject([
      { name: 'LoRA; Low-Rank Adaptation', datePublished: '2021', url: 'https://arxiv.org/abs/2106.09685' },
      { name: 'On X', url: 'https://doi.org/10.1/a%20b' },
      { name: 'On Y', url: 'https://example.org/y' },
    ]);
  });

  it('has the site for its author where it names none, and the day of its publication for a last change', () => {
    const { updated: _updated, ...rest } = data;
    const bare = { ...sample, data: { ...rest, authors: [], references: [], section: 'docs' as const } };
    expect(articleData(bare, site)).toMatchObject({
      '@type': 'TechArticle',
      author: { '@type': 'Organization', name: 'Downlink', url: 'https://example.org/' },
      dateModified: '2026-11-20T08:00:00.000Z',
      citation: undefined,
    });
  });
});
