import { expect, it } from 'vitest';
import { SeenIds } from './seen-ids.ts';

it('recognises the last ten thousand ids, and forgets those before the last twenty thousand', () => {
  const seen = new SeenIds();
  for (let n = 0; n < 20_001; n++) expect(seen.add(`id ${n}`)).toBe(true);
  expect(seen.add('id 20000')).toBe(false);
  expect(seen.add('id 10001')).toBe(false);
  expect(seen.add('id 0')).toBe(true);
});
