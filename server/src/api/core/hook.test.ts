import { describe, expect, it } from 'vitest';
import type { Tx } from '../../platform/db/transaction.ts';
import { askHook, hook, requireHandlers } from './hook.ts';

const tx = {} as Tx;

describe('hook', () => {
  it('runs the handlers one after the other, in the order of registration', async () => {
    const onEnded = hook<[id: string]>();
    const seen: string[] = [];
    onEnded(async (_tx, id) => {
      await Promise.resolve();
      seen.push(`first ${id}`);
    });
    onEnded(async (_tx, id) => void seen.push(`second ${id}`));
    await onEnded.run(tx, 'v1');
    expect(seen).toEqual(['first v1', 'second v1']);
  });

  it('passes the transaction of the event to every handler', async () => {
    const onEnded = hook<[]>();
    const given: Tx[] = [];
    onEnded(async (own) => void given.push(own));
    await onEnded.run(tx);
    expect(given[0]).toBe(tx);
  });

  it('stops at the first handler that throws', async () => {
    const onCompletion = hook<[]>();
    const seen: string[] = [];
    onCompletion(() => Promise.reject(new Error('not yet')));
    onCompletion(async () => void seen.push('second'));
    await expect(onCompletion.run(tx)).rejects.toThrow('not yet');
    expect(seen).toEqual([]);
  });
});

describe('askHook', () => {
  it('returns the answer of its one handler', async () => {
    const onSumAsked = askHook<(tx: Tx, a: number, b: number) => Promise<number>>();
    onSumAsked(async (_tx, a, b) => a + b);
    expect(await onSumAsked.ask(tx, 1, 2)).toBe(3);
  });

  it('rejects a second handler', () => {
    const onSumAsked = askHook<() => number>();
    onSumAsked(() => 1);
    expect(() => onSumAsked(() => 2)).toThrow('already has a handler');
  });

  it('throws when it has no handler', () => {
    expect(() => askHook<() => number>().ask()).toThrow('has no handler');
  });
});

describe('requireHandlers', () => {
  it('names the hooks that have no handler', () => {
    const visits = { onEnded: hook<[]>(), onAsked: askHook<() => number>() };
    expect(() => requireHandlers({ visits })).toThrow('visits.onEnded, visits.onAsked');
    visits.onEnded(() => Promise.resolve());
    expect(() => requireHandlers({ visits })).toThrow(/: visits\.onAsked$/);
    visits.onAsked(() => 1);
    expect(() => requireHandlers({ visits })).not.toThrow();
  });
});
