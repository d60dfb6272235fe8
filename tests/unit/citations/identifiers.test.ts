import { expect, it } from 'vitest';
import { arxivOf, doiOf } from '../../../src/citations/identifiers.ts';

it.each([
  [{ eprint: '2106.09685', archiveprefix: 'arXiv' }, '2106.09685'],
  [{ eprint: 'arXiv:2106.09685v2' }, '2106.09685v2'],
  [{ eprint: 'cs.CL/0501001' }, 'cs.CL/0501001'],
  [{ eprint: 'hep-th/9901001' }, 'hep-th/9901001'],
  [{ eprint: '2106.09685', archiveprefix: 'HAL' }, undefined],
  [{ journal: 'arXiv preprint arXiv:2106.09685' }, '2106.09685'],
  [{ journal: 'CoRR', volume: 'abs/2106.09685' }, '2106.09685'],
  [{ url: 'https://arxiv.org/pdf/2106.09685' }, '2106.09685'],
  [{ doi: '10.48550/arXiv.2106.09685' }, '2106.09685'],
  [{ title: 'arXiv:2106.09685' }, undefined],
])('arXiv number of %j', (fields, id) => {
  expect(arxivOf(fields)).toBe(id);
});

it.each([
  [{ doi: '10.1109/MM.2021.3061394' }, '10.1109/MM.2021.3061394'],
  [{ doi: 'https://doi.org/10.1109/a\\_b' }, '10.1109/a_b'],
  [{ url: 'http://dx.doi.org/10.7717/peerj-cs.330' }, '10.7717/peerj-cs.330'],
  [{ doi: 'unknown' }, undefined],
])('DOI of %j', (fields, doi) => {
  expect(doiOf(fields)).toBe(doi);
});
