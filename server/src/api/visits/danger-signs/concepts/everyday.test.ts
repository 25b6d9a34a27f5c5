import { expect, it } from 'vitest';
import { everydayWords } from './everyday.ts';
import { concepts } from './index.ts';

it('Everyday words belong to concepts that exist', () => {
  const known = new Set<string>(concepts().map(({ id }) => id));
  expect(everydayWords.flatMap((list) => Object.keys(list)).filter((id) => !known.has(id))).toEqual([]);
});
