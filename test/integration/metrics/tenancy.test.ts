import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedTypes } from '../../../server/src/api/metrics/counting/count-subject.ts';
import { totalId, grainCodes } from '../../../server/src/api/metrics/counting/rollup-cells.ts';
import { RollupsRepository } from '../../../server/src/api/metrics/counting/rollups.repository.ts';
import { RollupReader } from '../../../server/src/api/metrics/views/rollup-reader.repository.ts';
import type { Tx } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Tally } from '../../../server/src/api/metrics/counting/tally.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { expectEveryMethodTried, inHospital } from '../../support/tenancy.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let here: TestHospital;
let elsewhere: TestHospital;
let doctor: TestPerson & { practitionerId: string };
const visitId = newId();
const at = new Date('2026-02-03T04:00:00Z');
const counted = new Tally();
counted.count('visits.created', 7);

beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  here = await factory.hospital();
  elsewhere = await factory.hospital();
  doctor = await factory.doctor(here);
  const { admin } = test.database;
  for (const [type, subject] of [
    ['visit.created', visitId],
    ['duty.changed', null],
    ['visit.completed', visitId],
  ])
    await admin.query(
      `INSERT INTO domain_event (id, hospital_id, at, type, entity_id, visit_id, facts) VALUES ($1,$2,$3,$4,$5,$6,'{}')`,
      [newId(), here.id, at, type, doctor.practitionerId, subject],
    );
  // The last event is still uncounted, the others are counted.
  await admin.query(
    `DELETE FROM figure_pending f USING domain_event e WHERE e.id = f.event_id AND e.type <> 'visit.completed'`,
  );
  await admin.query(
    `INSERT INTO figure_rollup (hospital_id, practitioner_id, department_id, grain, starts, tally) VALUES ($1,$2,$2,1,'2026-02-03Z',$3)`,
    [here.id, totalId, Buffer.from(counted.encode())],
  );
});
afterAll(() => test.close());

const rows = new RollupsRepository();
const reader = new RollupReader();
const day = { grain: grainCodes.day, from: new Date('2026-02-01Z'), to: new Date('2026-03-01Z') };
const rollup = async (tx: Tx) => {
  const [[row] = []] = await reader.read(tx, { of: 'hospital' }, [{ segments: [day], by: 'start' }]);
  return row && Tally.decode(row.tally).of('visits.created');
};

const february = { from: '2026-02-01', to: '2026-02-28' };
const asked = () => ({ departmentId: here.departmentId, practitionerId: doctor.practitionerId });
const waiting = async (tx: Tx) => (await reader.freshness(tx, {}, february)).waiting;

const countings: Record<string, (tx: Tx) => Promise<boolean>> = {
  pending: async (tx) => (await rows.pending(tx, 10)).length > 0,
  counted: async (tx) => (await rows.counted(tx, [visitId], countedTypes)).length === 1,
  inOrder: async (tx) => (await rows.inOrder(tx, totalId, countedTypes, 10)).length === 1,
  duties: async (tx) => (await rows.duties(tx, totalId, 10)).length === 1,
  settle: async (tx) => {
    const { rows: all } = await test.database.admin.query<{ id: string }>('SELECT event_id AS id FROM figure_pending');
    const before = await waiting(tx);
    await rows.settle(
      tx,
      all.map(({ id }) => id),
    );
    return (await waiting(tx)) < before;
  },
  clear: async (tx) => {
    const before = await rollup(tx);
    await rows.clear(tx);
    return (await rollup(tx)) !== before;
  },
  // Adds to the existing row; in another hospital it creates a row of its own.
  add: async (tx) => {
    const tally = new Tally();
    tally.count('visits.created');
    const cell = { departmentId: totalId, practitionerId: totalId, grain: 1, starts: Date.UTC(2026, 1, 3), tally };
    await rows.add(tx, [cell]);
    return (await rollup(tx)) === 8;
  },
};

const readings: Record<string, (tx: Tx) => Promise<boolean>> = {
  read: async (tx) => (await rollup(tx)) === 7,
  departments: async (tx) => (await reader.departments(tx)).some(({ id }) => id === here.departmentId),
  doctors: async (tx) => (await reader.doctors(tx, here.departmentId)).length > 0,
  freshness: async (tx) => {
    const { exists, state, waiting: some } = await reader.freshness(tx, asked(), february);
    return exists || state !== '0' || some > 0;
  },
  idsOf: async (tx) => (await reader.idsOf(tx, { of: 'practitioners', departmentId: here.departmentId })).length > 0,
};

describe('tenant isolation of figures', () => {
  it.each(Object.entries({ ...countings, ...readings }))(
    '%s finds its own rows and none of another hospital',
    async (_name, look) => {
      const found = async (hospital: TestHospital) => {
        let answer: boolean | undefined;
        await inHospital(test, hospital.id, async (tx) => {
          answer = await look(tx);
          throw new Error('rolled back');
        }).catch((error: Error) => expect(error.message).toBe('rolled back'));
        return answer;
      };
      expect([await found(here), await found(elsewhere)]).toEqual([true, false]);
    },
  );

  it('covers every repository method', () => {
    expectEveryMethodTried(RollupsRepository, { ...countings, lock: 'takes a lock by the hospital’s own name' });
    expectEveryMethodTried(RollupReader, readings);
  });
});
