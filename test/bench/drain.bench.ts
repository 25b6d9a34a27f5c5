import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { drainMediaNode } from '../../shared/src/operator/operator.contract.ts';
import { nodeEnvironmentOf } from '../integration/calls/media/support/node-environment.ts';
import { NodeProcess } from '../integration/calls/media/support/node-process.ts';
import { TestClient } from '../support/client.ts';
import { Factory } from '../support/factories.ts';
import { signedInOperator } from '../support/operators.ts';
import { startApiOver } from '../support/test-api.ts';
import { admittedVisit } from '../support/visit-steps.ts';
import { startBenchServer } from './bench-database.ts';
import { atTheEnd } from './endings.ts';
import { option, quantile, report } from './report.ts';
import { takeSeat } from './soak/pairs.ts';

/*
 * An operator drains a media node with `--calls` (8) running calls: how long after the command each has moved to the other node, how long a participant takes from
 * the request to move until the new transports are connected, and when the node is empty.
 */
const calls = option('calls', 8);
const pollMs = 50;

const server = await startBenchServer();
const database = { ...(await server.database()), drop: async () => undefined };
const test = await startApiOver(database);
atTheEnd(() => test.close());

async function startNode(id: string): Promise<void> {
  const environment = await nodeEnvironmentOf(test, id, join(server.folder, id));
  const node = await NodeProcess.start({ ...environment, MEDIA_LOAD_LIMIT: '1' });
  atTheEnd(() => node.end('SIGKILL'));
  while ((await roomsOf(id)) === undefined) await delay(pollMs);
}

async function roomsOf(id: string): Promise<number | undefined> {
  const { rows } = await database.admin.query<{ rooms: number }>('SELECT rooms FROM media_node WHERE id = $1', [id]);
  return rows[0]?.rooms;
}

const open: { close: () => void }[] = [];
atTheEnd(() => open.forEach((each) => each.close()));
const factory = new Factory(test);
const hospital = await factory.hospital();

async function startCall() {
  const [patient, doctor] = [await factory.patient(hospital), await factory.doctor(hospital)];
  const { id } = await admittedVisit(hospital, patient, doctor);
  const seats = [];
  for (const person of [patient, doctor]) seats.push({ person, ...(await takeSeat(person, id, open)) });
  return { id, seats };
}

await startNode('node-a');
const running = [];
while (running.length < calls) running.push(await startCall());
await startNode('node-b');

const operator = await signedInOperator(test);
const begun = performance.now();
await new TestClient(test.url).ok(drainMediaNode, {
  headers: operator.headers,
  params: { nodeId: 'node-a' },
  body: { code: operator.code(), last: false },
});
/** Milliseconds that a participant took to join the other node. */
const rejoined: number[] = [];
const moved = await Promise.all(
  running.map(async ({ id, seats }) => {
    await Promise.all(
      seats.map(async ({ client, person }) => {
        for (; client.received('call-closed').length === 0; await delay(5));
        const asked = performance.now();
        await takeSeat(person, id, open);
        rejoined.push(performance.now() - asked);
      }),
    );
    return performance.now() - begun;
  }),
);
while (((await roomsOf('node-a')) ?? 0) > 0) await delay(pollMs);
const empty = performance.now() - begun;

report(
  'drain',
  1,
  [
    {
      calls,
      'first call moved, s': (Math.min(...moved) / 1000).toFixed(2),
      'last call moved, s': (Math.max(...moved) / 1000).toFixed(2),
      'node empty, s': (empty / 1000).toFixed(2),
    },
  ],
  [
    { name: 'first call on the other node after the command', value: Math.min(...moved), unit: 'ms', goal: '<= 5000' },
    { name: 'request to move → joined elsewhere, p95', value: quantile(rejoined, 0.95), unit: 'ms', goal: '<= 5000' },
    { name: 'node empty', value: empty / 1000, unit: 's', goal: null },
  ],
);
