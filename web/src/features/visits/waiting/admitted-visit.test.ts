import { expect, it } from 'vitest';
import type { Visit } from '@yunzhen/shared/visits/visits.contract';
import { admittedVisit } from './admitted-visit.ts';

const visit = (status: Visit['status'], version: number) => ({ status, version }) as Visit;

it('shows an admission that is newer than the visit', () => {
  expect(admittedVisit(visit('waiting', 2), 3)).toEqual(visit('in-progress', 2));
});

it('ignores an admission of before a return to the queue, one without a version, and visits that do not wait', () => {
  expect(admittedVisit(visit('waiting', 4), 3)).toBeUndefined();
  expect(admittedVisit(visit('waiting', 4), 4)).toBeUndefined();
  expect(admittedVisit(visit('waiting', 4), null)).toBeUndefined();
  expect(admittedVisit(visit('completed', 4), 5)).toBeUndefined();
  expect(admittedVisit(undefined, 5)).toBeUndefined();
});
