import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { Pace } from './pace.ts';

const never = 3_600_000;
let pace: Pace;
let given: string[];
beforeEach(() => {
  pace = new Pace();
  given = [];
});

/** Asks for a turn, and records its outcome. */
const ask = (name: string, interval: number, isWanted?: () => boolean) =>
  pace.turn(interval, isWanted).then((wanted) => given.push(wanted ? name : `not ${name}`));

it('gives turns in the order in which they are asked for, and without a backlog at once', async () => {
  await Promise.all([ask('a', 5), ask('b', 1), ask('c', 1)]);
  await ask('d', never);
  expect(given).toEqual(['a', 'b', 'c', 'd']);
});

it('lets no turn come before the interval of the one before it', async () => {
  await ask('a', never);
  void ask('b', 1);
  await new Promise(setImmediate);
  expect(given).toEqual(['a']);
});

it('leaves a turn that is no longer wanted to the next', async () => {
  // On a busy machine a millisecond may pass between two calls, and with it the time of the next turn.
  vi.useFakeTimers({ toFake: ['performance', 'setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  let isOpen = true;
  const all = [ask('a', 1), ask('closed', never, () => isOpen), ask('b', 1), ask('c', 1)];
  isOpen = false;
  await vi.advanceTimersByTimeAsync(10);
  await Promise.all(all);
  expect(given).toEqual(['a', 'not closed', 'b', 'c']);
});
