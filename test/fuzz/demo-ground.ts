import { tryFirstPrescriptions } from '../../server/src/demo/first-prescriptions.ts';
import { demoHospitals, seedDemo } from '../../server/src/demo/seed.ts';
import { Transactions } from '../../server/src/platform/db/transaction.ts';
import { createLogger } from '../../server/src/platform/logging/logger.ts';
import { openKeyEncryption } from '../../server/src/platform/signing/open-key-encryption.ts';
import { startBenchServer } from '../bench/bench-database.ts';
import { atTheEnd } from '../bench/endings.ts';
import { accessActors, type AccessActors } from '../support/access/access-actors.ts';
import { AccessWorld } from '../support/access/access-world.ts';
import { Factory } from '../support/factories.ts';
import { startApiOver, type TestApi } from '../support/test-api.ts';

export interface DemoGround {
  readonly test: TestApi;
  readonly factory: Factory;
  readonly world: AccessWorld;
  readonly actors: AccessActors;
}

/** Starts a real api with the demo data of two hospitals, and returns the rows and accounts of one. */
export async function demoGround(): Promise<DemoGround> {
  const server = await startBenchServer();
  const database = await server.database();
  const log = createLogger({ name: 'fuzz', level: 'fatal' });
  const test = await startApiOver(
    { ...database, drop: async () => undefined },
    { DEMO_MODE: 'true', DATABASE_POOL: '20' },
    log,
  );
  atTheEnd(() => test.close());
  const { adminUrl: ownerUrl, admin } = database;
  const keys = await openKeyEncryption(test.settings);
  const hospitals = demoHospitals.map((plan) => ({ ...plan, furtherPatients: 20, visitsADay: 2 }));
  await seedDemo({ ownerUrl, keys, clock: test.clock, log, hospitals });
  const transactions = new Transactions(test.source, test.clock);
  await tryFirstPrescriptions({ server: test.api.server, transactions, keys, log });
  const factory = new Factory(test);
  const world = await AccessWorld.of(admin, 'wuzhen');
  const id = (await admin.query<{ id: string }>(`SELECT id FROM hospital WHERE slug = 'wuzhen'`)).rows[0]?.id ?? '';
  const actors = await accessActors(admin, world, await factory.account({ id }, ['guest'], 'Guest'));
  return { test, factory, world, actors };
}
