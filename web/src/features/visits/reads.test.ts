import { expect, it } from 'vitest';
import { templateOf } from '../../core/api/page-read.ts';
import { readsOfVisits } from './reads.ts';

it('the home page does not ask early for what it shows only without an open visit', () => {
  const asked = readsOfVisits.home.map((read) => templateOf(read).address);
  expect(asked).toContain('/api/visits?open=true&limit=1');
  expect(asked).not.toContain('/api/departments');
});
