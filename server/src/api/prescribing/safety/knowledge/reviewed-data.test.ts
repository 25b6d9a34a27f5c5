import { expect, it } from 'vitest';
import { clinicalDataSets, dataReviewedBy } from './reviewed-data.ts';

it('counts the data as unreviewed while one of the sets is not reviewed', () => {
  const [formulary, interactions] = clinicalDataSets();
  if (!formulary || !interactions) throw new Error('formulary or interaction data are missing');
  expect(dataReviewedBy([formulary, { ...interactions, reviewedBy: null }])).toBeNull();
  expect(
    dataReviewedBy([
      { ...formulary, reviewedBy: 'A' },
      { ...interactions, reviewedBy: null },
    ]),
  ).toBeNull();
  expect(
    dataReviewedBy([
      { ...formulary, reviewedBy: 'A' },
      { ...interactions, reviewedBy: 'B' },
    ]),
  ).toBe('A, B');
  expect(
    dataReviewedBy([
      { ...formulary, reviewedBy: 'A' },
      { ...interactions, reviewedBy: 'A' },
    ]),
  ).toBe('A');
});
