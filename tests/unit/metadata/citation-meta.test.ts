import { describe, expect, it } from 'vitest';
import { citationMeta } from '../../../src/metadata/citation-meta.ts';
import { sample } from './article-samples.ts';

const meta = citationMeta(sample, 'Downlink');
const contentsOf = (name: string): string[] => meta.filter(([own]) => own === name).map(([, text]) => text);

describe('what reference managers read', () => {
  it('is the article: an author at a time, the date with slashes', () => {
    expect(contentsOf('citation_title')).toEqual(['LoRA：低秩适配']);
    expect(contentsOf('citation_author')).toEqual(['李华', '编辑部']);
    expect(contentsOf('citation_publication_date')).toEqual(['2026/11/20']);
    expect(contentsOf('citation_online_date')).toEqual(['2026/11/22']);
    expect(contentsOf('citation_language')).toEqual(['zh-CN']);
    expect(contentsOf('citation_fulltext_html_url')).toEqual(['https://example.org/posts/lora/']);
  });

  it('is every cited work in its structured form, where a semicolon of a title ends nothing', () => {
    expect(contentsOf('citation_reference')).toEqual([
      'citation_title=LoRA, Low-Rank Adaptation; citation_author=Edward J. Hu; citation_author=Yelong Shen; citation_publication_date=2021; citation_arxiv_id=2106.09685',
      'citation_title=On X; citation_doi=10.1/a b',
      'citation_title=On Y; citation_public_url=https://example.org/y',
    ]);
  });

  it('has the site for its author where the article names none', () => {
    const bare = { ...sample, data: { ...sample.data, authors: [] } };
    expect(citationMeta(bare, 'Downlink')).toContainEqual(['citation_author', 'Downlink']);
  });
});
