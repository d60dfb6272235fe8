import { describe, expect, it } from 'vitest';
import { sumKahan as listedSum } from '../../../content/posts/mixed-precision/sums.ts';
import { verify } from '../../../content/posts/speculative-decoding/verify.ts';
import { sumKahan, sumPlain } from '../../../src/models/precision/accumulate.ts';
import { formats } from '../../../src/models/precision/float-format.ts';
import { randomFrom } from '../../../src/models/random.ts';
import { decodeRound } from '../../../src/models/speculative-decoding/decode-round.ts';
import { ngramModel, vocabularyOf } from '../../../src/models/speculative-decoding/n-gram.ts';
import { sampleTexts } from '../../../src/models/speculative-decoding/sample-texts.ts';

describe('code that the article on mixed precision shows', () => {
  it('adds as the model does, and better than one by one', () => {
    const values = Array.from({ length: 5000 }, (_, place) => 1 / (1 + (place % 97)));
    for (const format of [formats.FP16, formats.BF16]) {
      expect(listedSum(values, format)).toBe(sumKahan(values, format));
      expect(listedSum(values, format)).not.toBe(sumPlain(values, format));
    }
  });
});

describe('code that the article on speculative decoding shows', () => {
  it('verifies as the model does, random number by random number', () => {
    const vocabulary = vocabularyOf(sampleTexts);
    const target = ngramModel(sampleTexts, vocabulary, 5);
    const draft = ngramModel(sampleTexts, vocabulary, 2);
    const gamma = 4;
    const text = vocabulary.tokensOf('\n');
    let rejections = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const { drafts, tokens } = decodeRound({ target, draft }, text, gamma, randomFrom(seed));
      const guesses = drafts.map(({ token }) => token);
      const random = randomFrom(seed);
      // The drafts have taken the first numbers.
      for (let taken = 0; taken < gamma; taken += 1) random();
      const p = [...drafts.map((one) => one.p), target([...text, ...guesses])];
      expect(
        verify(
          guesses,
          p,
          drafts.map((one) => one.q),
          random,
        ),
      ).toEqual(tokens);
      if (tokens.length <= gamma) rejections += 1;
      text.push(...tokens);
    }
    expect(rejections).toBeGreaterThan(5);
  });
});
