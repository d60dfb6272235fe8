import { describe, expect, it } from 'vitest';
import { overlap } from '../../../../src/models/speculative-decoding/acceptance.ts';
import { decodeRound, type LanguageModel } from '../../../../src/models/speculative-decoding/decode-round.ts';
import { drawWith, totalVariation } from '../../../../src/models/speculative-decoding/distribution.ts';
import {
  emptyTally,
  sampleMore,
  sharesOf,
  variationBound,
} from '../../../../src/models/speculative-decoding/monte-carlo.ts';
import { ngramModel, vocabularyOf } from '../../../../src/models/speculative-decoding/n-gram.ts';
import { sampleTexts } from '../../../../src/models/speculative-decoding/sample-texts.ts';
import { expectedTokens } from '../../../../src/models/speculative-decoding/expected-tokens.ts';
import { randomFrom } from '../../../../src/models/random.ts';

const baseP = [0.5, 0.3, 0.15, 0.05];
const baseQ = [0.3, 0.3, 0.1, 0.3];
const size = baseP.length;

/** A chain whose rows are turns of one distribution, so that every prefix has the same overlap. */
const chain =
  (base: readonly number[]): LanguageModel =>
  (prefix) => {
    const last = prefix.at(-1) ?? 0;
    return base.map((_, token) => base[(token - last + size) % size] ?? 0);
  };
const models = { target: chain(baseP), draft: chain(baseQ) };

/** Shares of the first three tokens over many runs, as one distribution over size³ outcomes. */
function tripleShares(step: (prefix: readonly number[]) => readonly number[], runs: number): number[] {
  const counts = Array.from({ length: size ** 3 }, () => 0);
  for (let run = 0; run < runs; run += 1) {
    const text = [0];
    while (text.length < 4) text.push(...step(text));
    const place = text.slice(1, 4).reduce((sum, token) => sum * size + token, 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.map((count) => count / runs);
}

const exactTriples = Array.from({ length: size ** 3 }, (_, place) => {
  const tokens = [Math.floor(place / size ** 2), Math.floor(place / size) % size, place % size];
  return tokens.reduce(
    (product, token, at) => product * (models.target([0, ...tokens.slice(0, at)])[token] ?? 0),
    1,
  );
});

describe('a round', () => {
  it.each([1, 3, 5])('of %d drafts writes texts distributed as the target writes them', (gamma) => {
    const random = randomFrom(gamma);
    const runs = 10_000;
    const shares = tripleShares((text) => decodeRound(models, text, gamma, random).tokens, runs);
    expect(totalVariation(shares, exactTriples)).toBeLessThan(variationBound(exactTriples, runs));
  });

  it('is outside of the bound when the draft alone writes, so that the bound tells', () => {
    const random = randomFrom(2);
    const runs = 10_000;
    const shares = tripleShares((text) => [drawWith(models.draft(text), random())], runs);
    expect(totalVariation(shares, exactTriples)).toBeGreaterThan(3 * variationBound(exactTriples, runs));
  });

  it.each([1, 2, 4, 8])('of %d drafts yields (1 − α^(γ+1)) / (1 − α) tokens in the mean', (gamma) => {
    const random = randomFrom(100 + gamma);
    const rounds = 10_000;
    let sum = 0;
    for (let round = 0; round < rounds; round += 1)
      sum += decodeRound(models, [0], gamma, random).tokens.length;
    // Tokens of a round lie between 1 and γ + 1: its deviation is γ/2 at most, of the mean γ/2/√n; four of them.
    expect(Math.abs(sum / rounds - expectedTokens(overlap(baseP, baseQ), gamma))).toBeLessThan(
      (4 * gamma) / 2 / Math.sqrt(rounds),
    );
  });

  it('stops at the first rejection and keeps what stands before it', () => {
    const random = randomFrom(5);
    for (let round = 0; round < 500; round += 1) {
      const { drafts, tokens } = decodeRound(models, [0], 4, random);
      const verdicts = drafts.map(({ verdict }) => verdict);
      expect(verdicts.join(' ')).toMatch(/^(?:accepted ?)*(?:rejected ?(?:dropped ?)*)?$/u);
      const accepted = verdicts.filter((verdict) => verdict === 'accepted').length;
      expect(tokens).toHaveLength(accepted + 1);
      expect(tokens.slice(0, -1)).toEqual(drafts.slice(0, accepted).map(({ token }) => token));
    }
  });

  it('writes what the target writes at temperature 0', () => {
    const greedy =
      (model: LanguageModel): LanguageModel =>
      (prefix) => {
        const distribution = model(prefix);
        const top = distribution.indexOf(Math.max(...distribution));
        return distribution.map((_, token) => (token === top ? 1 : 0));
      };
    const vocabulary = vocabularyOf(sampleTexts);
    const target = greedy(ngramModel(sampleTexts, vocabulary, 5));
    const draft = greedy(ngramModel(sampleTexts, vocabulary, 2));
    const plain = vocabulary.tokensOf('\n');
    while (plain.length < 60) plain.push(target(plain).indexOf(1));
    const random = randomFrom(9);
    const text = vocabulary.tokensOf('\n');
    while (text.length < 60) text.push(...decodeRound({ target, draft }, text, 4, random).tokens);
    expect(text.slice(0, 60)).toEqual(plain);
  });
});

describe('samples of one position', () => {
  const pair = { p: baseP, q: baseQ };

  it('come to the target within the bound, at every size', () => {
    const random = randomFrom(21);
    let tally = emptyTally(size);
    for (const samples of [100, 900, 9_000, 90_000]) {
      tally = sampleMore(tally, pair, samples, random);
      expect(totalVariation(sharesOf(tally), baseP)).toBeLessThan(variationBound(baseP, tally.samples));
    }
    expect(tally.samples).toBe(100_000);
    expect(Math.abs(tally.accepted / tally.samples - 0.75)).toBeLessThan(4 * Math.sqrt(0.1875 / 100_000));
  });

  it('do not when rejections are drawn from the target', () => {
    const tally = sampleMore(emptyTally(size), pair, 100_000, randomFrom(3), baseP);
    expect(totalVariation(sharesOf(tally), baseP)).toBeGreaterThan(3 * variationBound(baseP, 100_000));
  });

  it('stay within the bound about as often as it says', () => {
    const random = randomFrom(4);
    const outside = Array.from({ length: 400 }, () => {
      const tally = sampleMore(emptyTally(size), pair, 200, random);
      return totalVariation(sharesOf(tally), baseP) > variationBound(baseP, 200, 0.9);
    }).filter(Boolean).length;
    expect(outside).toBeLessThanOrEqual(40);
  });
});

describe('models that count characters', () => {
  const vocabulary = vocabularyOf(['abab', 'abc']);
  const [a = 0, b = 0, c = 0] = vocabulary.tokensOf('abc');

  it('give probabilities that add up to 1 after any text', () => {
    for (const order of [1, 2, 5]) {
      const model = ngramModel(sampleTexts, vocabularyOf(sampleTexts), order);
      for (const prefix of [[], [0], [3, 1, 4, 1, 5], [80, 81]]) {
        expect(model(prefix).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
      }
    }
  });

  it('follow the counts as Witten and Bell weigh them', () => {
    const [single, pairs] = [
      ngramModel(['abab', 'abc'], vocabulary, 1),
      ngramModel(['abab', 'abc'], vocabulary, 2),
    ];
    // Eleven tokens of four kinds with the line breaks: a 3, b 3, c 1, and 4 breaks.
    expect(single([])[a]).toBeCloseTo((3 + 4 / 4) / (11 + 4));
    // After b: a, a line break and c, once each.
    expect(pairs([a, b])[c]).toBeCloseTo((1 + 3 * (single([])[c] ?? 0)) / (3 + 3));
  });
});
