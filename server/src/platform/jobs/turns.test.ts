import { expect, it } from 'vitest';
import { turns } from './turns.ts';

it('at most so many tasks run at a time, in order of arrival, and one that fails makes room as well', async () => {
  const inTurn = turns(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const task = (n: number) =>
    inTurn(async () => {
      begun.push(n);
      await new Promise<void>((end) => ends.push(end));
      if (n === 1) throw new Error('bad row');
      return n;
    });
  const all = Promise.allSettled([1, 2, 3, 4].map(task));
  const settled = () => new Promise(setImmediate);
  await settled();
  expect(begun).toEqual([1, 2]);
  ends[0]?.();
  await settled();
  expect(begun).toEqual([1, 2, 3]);
  ends[1]?.();
  await settled();
  expect(begun).toEqual([1, 2, 3, 4]);
  ends.slice(2).forEach((end) => end());
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect(await inTurn(() => Promise.resolve('free again'))).toBe('free again');
});
