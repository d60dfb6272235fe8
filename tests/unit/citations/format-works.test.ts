import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import type { CitationLanguage, CitationStyle } from '../../../src/citations/csl-styles.ts';
import { formatWorks } from '../../../src/citations/format-works.ts';
import { parseBibtex } from '../../../src/citations/parse-bibtex.ts';

const { works } = parseBibtex(
  String.raw`
@inproceedings{hu, title={{LoRA}: Low-Rank <Adaptation> $n^2$ \textit{in situ}}, author={Edward J. Hu and others}, booktitle={ICLR}, year=2022}
@article{two, title={Two and a Half}, author={Ada B. Lovelace and van der Berg, Jan}, journal={IEEE Micro}, volume=41, number=2, pages={1--9}, year=2021}
@article{wang, title={中文题目}, author={王小明 and 李雷 and 张三}, journal={计算机学报}, year=2021}
@misc{hu2, title={Again}, author={Edward J. Hu and Yelong Shen and Phillip Wallis}, year=2022}
@book{book, title={A Book}, author={Ada B. Lovelace}, publisher={MIT Press}, edition={2}, series={Adaptive Things}, volume=3, year=2019}
@phdthesis{thesis, title={A Thesis}, author={Ada B. Lovelace}, school={MIT}, year=2018}
@techreport{ieee, title={A Standard}, author={{IEEE}}, institution={IEEE}, number={754-2019}, year=2019}
@misc{bare, title={No More Than This}, howpublished={Blog}}
@proceedings{eds, title={Edited}, editor={Ada B. Lovelace and others}, year=2001}`,
  () => 'n²',
).bibliography;

const format = (style: CitationStyle, language: CitationLanguage, keys = [...works.keys()]) =>
  formatWorks(
    keys.flatMap((key) => works.get(key) ?? []),
    style,
    language,
  );
const entries = (style: CitationStyle, language: CitationLanguage) =>
  format(style, language).map(({ entry }) => toHtml([...entry]));
const labels = (style: CitationStyle, language: CitationLanguage) =>
  Object.fromEntries(
    format(style, language).map(({ work, names, marker }) => [work.reference.key, [names, marker]]),
  );

describe('formatWorks', () => {
  it('numbers works as they are cited and gives titles in their own case', () => {
    expect(entries('numeric', 'zh')).toEqual([
      'Edward J. Hu 等. <i>LoRA: Low-Rank &#x3C;Adaptation> n² in situ</i>. ICLR, 2022.',
      'Ada B. Lovelace, Jan van der Berg. <i>Two and a Half</i>. IEEE Micro 41(2), 1–9, 2021.',
      '王小明, 李雷, 张三. 中文题目. 计算机学报, 2021.',
      'Edward J. Hu, Yelong Shen, Phillip Wallis. <i>Again</i>. 2022.',
      'Ada B. Lovelace. <i>A Book</i>. Adaptive Things, 第 3 卷, 第 2 版, MIT Press, 2019.',
      'Ada B. Lovelace. <i>A Thesis</i>. PhD thesis, MIT, 2018.',
      'IEEE. <i>A Standard</i>. 754-2019, IEEE, 2019.',
      '<i>No More Than This</i>. Blog.',
      'Ada B. Lovelace 等. <i>Edited</i>. 2001.',
    ]);
    expect(labels('numeric', 'zh')).toMatchObject({
      hu: ['Hu 等', '1'],
      two: ['Lovelace 和 van der Berg', '2'],
      wang: ['王小明等', '3'],
    });
    expect(format('numeric', 'zh', ['two', 'hu']).map(({ marker }) => marker)).toEqual(['1', '2']);
  });

  it('sorts by authors and tells works of one year apart', () => {
    expect(labels('author-year', 'en')).toMatchObject({
      hu: ['Hu et al.', '2022b'],
      hu2: ['Hu et al.', '2022a'],
      two: ['Lovelace and van der Berg', '2021'],
      bare: ['No More Than This', 'n.d.'],
    });
    expect(entries('author-year', 'en')).toContain(
      'Lovelace, Ada B. 2018. <i>A Thesis</i>. PhD thesis, MIT.',
    );
    expect(format('author-year', 'zh').map(({ work }) => work.reference.key)).toEqual([
      'hu2',
      'hu',
      'ieee',
      'thesis',
      'book',
      'two',
      'eds',
      'wang',
      'bare',
    ]);
  });
});
