import { systemContext } from '../../../server/src/platform/context.ts';
import { systemClock } from '../../../server/src/platform/clock.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { benchApi } from '../realtime/bench-api.ts';
import type { Addressee, LoadAnswer, LoadOrder } from './messages.ts';

/** One of several apis. On an order it commits changes, as commands of its hospitals do, for pages that are connected elsewhere. */
const tickMs = 5;
const { api, source, settings } = await benchApi(process.env);
const transactions = new Transactions(source, systemClock);
transactions.sendTo(api.hub);

const change = ({ accountId, hospitalId }: Addressee) =>
  transactions.run(systemContext(hospitalId, 'bench'), async (tx) => {
    tx.publish({
      kind: 'changed',
      rooms: [`account:${accountId}`],
      change: {
        event: 'visit.checked-in',
        entity: 'queue',
        id: newId(),
        visitId: null,
        version: null,
        at: tx.now.toISOString(),
      },
    });
    return Promise.resolve();
  });

/** Starts as many commits as are due, and never more at once than connections: what the machine cannot carry is not made. */
async function load({ addressees, perSecond, milliseconds }: LoadOrder): Promise<LoadAnswer> {
  const before = process.cpuUsage();
  const outcome = { committed: 0, failed: 0 };
  const running = new Set<Promise<unknown>>();
  const begun = performance.now();
  for (let made = 0, passed = 0; passed < milliseconds; passed = performance.now() - begun) {
    const due = Math.floor((Math.min(passed, milliseconds) / 1000) * perSecond);
    for (; made < due && running.size < settings.DATABASE_POOL; made++) {
      const addressee = addressees[made % addressees.length];
      if (!addressee) throw new Error('an api has no pages elsewhere: use two apis and more pages');
      const one: Promise<unknown> = change(addressee)
        .then(
          () => outcome.committed++,
          () => outcome.failed++,
        )
        .finally(() => running.delete(one));
      running.add(one);
    }
    await new Promise((done) => setTimeout(done, tickMs));
  }
  await Promise.all(running);
  const { user, system } = process.cpuUsage(before);
  return { ...outcome, cpu: (user + system) / 1000 };
}

process.on('message', (order: LoadOrder) => void load(order).then((answer) => process.send?.(answer)));
process.once('disconnect', () => process.exit(0));
const address = await api.server.listen({ port: 0, host: '127.0.0.1' });
process.send?.(address);
