import { expect, it } from 'vitest';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { createLogger } from '../../../platform/logging/logger.ts';
import { foreignEventRecord } from './foreign-events.ts';

it('events of a node about a visit that is not its own are audited once, and then as a number', async () => {
  const entries: { entityId: string; details: object }[] = [];
  const tx = { audit: (_action: string, entry: { entityId: string; details: object }) => entries.push(entry) };
  const run = async (_context: object, work: (given: object) => unknown) => work(tx);
  const record = foreignEventRecord(
    { run } as unknown as Transactions,
    createLogger({ name: 'test', level: 'silent' }),
  );
  for (const visitId of ['a', 'a', 'b', 'a', 'a'])
    await record.record(`node ${visitId}`, { nodeId: 'node', eventId: 'e', hospitalId: 'h', visitId, patientId: 'p' });
  expect(entries).toMatchObject([{ entityId: 'a' }, { entityId: 'b' }]);
  await record.close();
  expect(entries.slice(2)).toMatchObject([{ entityId: 'a', details: { nodeId: 'node', count: 3 } }]);
});
