import { performance } from 'node:perf_hooks';
import { ChainSealer } from '../../server/src/platform/audit-chain/chain-sealer.ts';
import { createDataSource } from '../../server/src/platform/db/data-source.ts';
import { Transactions } from '../../server/src/platform/db/transaction.ts';
import { systemClock } from '../../server/src/platform/clock.ts';
import { systemContext } from '../../server/src/platform/context.ts';
import { entities } from '../../server/src/api/entities.ts';
import { emitEvent } from '../../server/src/api/core/domain-events.ts';
import { Factory } from '../support/factories.ts';
import { requestKey } from '../support/request-key.ts';
import { startApiOver } from '../support/test-api.ts';
import { startBenchServer } from './bench-database.ts';
import { atTheEnd } from './endings.ts';
import { median, option, quantile, report } from './report.ts';

/*
 * Measures the cost of the hash chain: writes of one hospital with and without it, alternating, on a Postgres with synchronous commits. A write is a
 * small command: one changed row, one audit event, one domain event. `--rounds=5 --writers=20 --seconds=4`.
 */
const rounds = option('rounds', 5);
const writers = option('writers', 20);
const seconds = option('seconds', 4);

const { log, database } = await startBenchServer({ durable: true });
const { adminUrl, appUrl, admin } = await database();
const test = await startApiOver({ adminUrl, appUrl, admin, drop: () => Promise.resolve() }, {}, log);
const closeTest = atTheEnd(() => test.close());
const factory = new Factory(test);
const hospital = await factory.hospital();
const doctors: string[] = [];
while (doctors.length < writers) doctors.push((await factory.doctor(hospital)).practitionerId);
await closeTest();

const source = await createDataSource({ url: appUrl, poolSize: writers, entities, requestKey }).initialize();
atTheEnd(() => source.destroy());
const transactions = new Transactions(source, systemClock);

async function write(practitionerId: string): Promise<void> {
  await transactions.run(systemContext(hospital.id, 'bench'), async (tx) => {
    await tx.query('UPDATE practitioner SET on_duty = NOT on_duty WHERE id = $1', [practitionerId]);
    await emitEvent(tx, 'duty.changed', {
      entityId: practitionerId,
      practitionerId,
      facts: { onDuty: true, dutySeconds: null },
    });
    await tx.audit('duty.changed', { entity: 'practitioner', entityId: practitionerId });
  });
}

/** Runs all writers concurrently for some seconds; returns writes per second and their durations. */
async function turn(): Promise<{ rate: number; times: number[] }> {
  const times: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  await Promise.all(
    doctors.map(async (doctor) => {
      while (performance.now() < end) {
        const from = performance.now();
        await write(doctor);
        times.push(performance.now() - from);
      }
    }),
  );
  return { rate: times.length / ((performance.now() - begun) / 1000), times };
}

/** Everything that the chain adds to a write, including the sealing. */
let sealer: ChainSealer | null = null;
async function chain(on: boolean): Promise<void> {
  await sealer?.stop();
  sealer = on ? new ChainSealer(transactions, log) : null;
  if (!on) transactions.onEntriesWritten(() => undefined);
  await admin.query('TRUNCATE audit_event, domain_event, audit_link, figure_pending');
  for (const table of ['audit_event', 'domain_event']) {
    await admin.query(`ALTER TABLE ${table} ${on ? 'ENABLE' : 'DISABLE'} TRIGGER ${table}_is_marked`);
    await admin.query(`DROP INDEX IF EXISTS ${table}_by_transaction`);
    if (on) await admin.query(`CREATE INDEX ${table}_by_transaction ON ${table} (hospital_id, written_in)`);
  }
}

const results = { with: [] as Turn[], without: [] as Turn[] };
type Turn = Awaited<ReturnType<typeof turn>>;
await turn();
for (let round = 0; round < rounds; round++) {
  for (const which of round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const)) {
    await chain(which === 'with');
    results[which].push(await turn());
  }
}

await chain(false);

const rateOf = (turns: readonly Turn[]) => median(turns.map(({ rate }) => rate));
const latency = (turns: readonly Turn[], share: number) =>
  quantile(
    turns.flatMap(({ times }) => times),
    share,
  );
const ratios = results.with.map(({ rate }, round) => rate / (results.without[round]?.rate ?? Number.NaN));
report(
  'audit-chain',
  rounds,
  (['without', 'with'] as const).map((which) => ({
    chain: which,
    'writes a second': rateOf(results[which]).toFixed(0),
    'ms median': latency(results[which], 0.5).toFixed(1),
    'ms 95th': latency(results[which], 0.95).toFixed(1),
    rounds: results[which].map(({ rate }) => rate.toFixed(0)).join(' '),
  })),
  [
    { name: 'writes with / without the chain, median of the rounds', value: median(ratios), unit: '', goal: '>= 0.95' },
    {
      name: '95th percentile of a write, with / without',
      value: latency(results.with, 0.95) / latency(results.without, 0.95),
      unit: '',
      goal: null,
    },
  ],
);
