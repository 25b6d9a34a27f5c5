import { afterEach, expect, it, vi } from 'vitest';
import type { RecordChanged } from '@yunzhen/shared/core/record-socket';
import { fetchOrTake, requestReadsEarly } from '../api/early-reads.ts';
import { refreshQueriesOnChange } from './refresh-queries.ts';

const invalidateQueries = vi.fn(async () => undefined);
const cache = { invalidateQueries } as unknown as Parameters<typeof refreshQueriesOnChange>[0];
const visits = '/api/visits';
let sent = 0;
let change: (event: RecordChanged) => void = () => undefined;
let resync: () => void = () => undefined;

afterEach(() => {
  (globalThis as { earlyReads?: unknown }).earlyReads = undefined;
  vi.unstubAllGlobals();
  sent = 0;
});

function opened() {
  vi.stubGlobal('fetch', async () => new Response(String((sent += 1))));
  refreshQueriesOnChange(cache, {
    onChanged: (_filter, handler) => {
      change = (event) => handler(event, true);
      return () => undefined;
    },
    onResync: (listener) => {
      resync = listener;
      return () => undefined;
    },
  });
  requestReadsEarly([{ address: visits }]);
}
const read = async () => (await fetchOrTake(visits, { method: 'GET', headers: new Headers() })).text();

it('a change refetches the queries that show it, and discards answers from before it', async () => {
  opened();
  change({ entity: 'visit' } as RecordChanged);
  expect(invalidateQueries).toHaveBeenLastCalledWith({ key: ['visit'] });
  expect(await read()).toBe('2');
});

it('so do changes that were missed', async () => {
  opened();
  resync();
  expect(invalidateQueries).toHaveBeenLastCalledWith({});
  expect(await read()).toBe('2');
});
