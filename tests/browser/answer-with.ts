import type { Page } from 'playwright-core';
import type { WorkerReply, WorkerRequest } from '../../src/client/search-client.ts';
import type { SearchAnswer, SearchFailure, SearchQuery } from '../../src/search/answer.ts';

/** What a stand-in worker says to a question; `'silence'` is no answer at all. */
type Said = SearchAnswer | SearchFailure | 'silence';
export type StandIn = (query: SearchQuery) => Said | Promise<Said>;

/**
 * Puts a stand-in in the place of the search worker, for states that the site's own content does not
 * give. It speaks the contract of `src/search/answer.ts` and nothing more; `answer` runs in the worker and
 * may use nothing from outside itself.
 */
export async function answerWith(page: Page, answer: StandIn): Promise<void> {
  const receive = async (
    { data: { id, query } }: MessageEvent<WorkerRequest>,
    reply: (message: WorkerReply) => void,
  ): Promise<void> => {
    const said = await answer(query);
    if (said === 'silence') return;
    reply(typeof said === 'string' ? { id, failure: said } : { id, answer: said });
  };
  const body = `const answer = ${answer.toString()};
const receive = ${receive.toString()};
addEventListener('message', (event) => receive(event, (message) => postMessage(message)));`;
  await page.route(/search-worker[^/]*\.js/u, (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  );
}

/** An answer with everything that one can have: sections, formulas, tags with counts. */
export const richAnswer = ({ text, filters, sort, offset = 0 }: SearchQuery): SearchAnswer => {
  // As the worker does: the address says what was searched, for the page to mark it.
  const query = `?q=${encodeURIComponent(text === '投机界码' ? '投机解码' : text)}`;
  const chosen = filters?.tag ?? [];
  const isNarrow = filters !== undefined;
  const year = filters?.year?.[0];
  const titles = ['LoRA：大模型的低秩适配', '混合精度训练：半精度为什么够用', 'Medusa：多头解码'];
  const slugs = ['lora', 'mixed-precision', 'medusa'];
  const order = sort === 'newest' ? [2, 1, 0] : [0, 1, 2];
  const count = isNarrow ? 1 : 20;
  const shown = Array.from({ length: Math.min(8, count - offset) }, (_, index) => {
    const kind = order[index % 3] ?? 0;
    const number = offset + index;
    return {
      title: [
        { text: titles[kind] ?? '', isMatch: false },
        ...(number > 2 ? [{ text: `（${String(number + 1)}）`, isMatch: false }] : []),
      ],
      url: `/posts/${slugs[kind] ?? ''}/${query}`,
      excerpt: [
        { text: '预训练权重不动，旁边加一个', isMatch: false },
        { text, isMatch: true },
        { text: '的增量 W = W₀ + (α/r)BA，推理时可以合并回去，不增加延迟；', isMatch: false },
        { text: '训练时只更新 A 与 B，优化器状态随之少掉三个数量级，一张卡就能放下。', isMatch: false },
      ],
      date: '2026-11-20',
      tags: ['微调', '大模型'],
      sections:
        number === 0
          ? [
              {
                title: [{ text: '一个折中：截断权重之差', isMatch: false }],
                url: `/posts/lora/${query}#一个折中截断权重之差`,
                excerpt: [
                  { text: '把微调后的权重之差做', isMatch: false },
                  { text: '低秩', isMatch: true },
                  { text: '截断，只留下前 r 个奇异值', isMatch: false },
                ],
              },
              {
                title: [{ text: '已有方案的代价', isMatch: false }],
                url: `/posts/lora/${query}#已有方案的代价`,
                excerpt: [],
              },
            ]
          : [],
    };
  });
  return {
    total: count,
    articles: shown,
    formulas:
      offset === 0
        ? [
            {
              mathml:
                '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><semantics><mrow><mi>W</mi><mo>=</mo><msub><mi>W</mi><mn>0</mn></msub><mo>+</mo><mfrac><mi>α</mi><mi>r</mi></mfrac><mi>B</mi><mi>A</mi></mrow><annotation encoding="application/x-tex">W=W_0+\\frac{\\alpha}{r}BA</annotation></semantics></math>',
              text: 'W = W₀ + (α/r)BA',
              url: '/posts/lora/#eq-lora',
              article: 'LoRA：大模型的低秩适配',
              section: '方法',
            },
          ]
        : [],
    alsoSearched: text === '投机解码' ? ['speculative decoding', '投机采样'] : [],
    isPartial: text === '两个 词',
    filters: {
      tag: isNarrow ? { 微调: 1 } : { 大模型: 12, 微调: 8, 推理加速: 5, 训练: 2 },
      series: chosen.length > 0 || year === '2025' ? {} : { 投机解码: 4 },
      year: { '2025': 3, '2026': 17 },
    },
    ...(text === '投机界码' ? { corrected: '投机解码' } : {}),
  };
};
