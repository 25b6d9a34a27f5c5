import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDailyFigures, readLiveBoard } from '../../../shared/src/contract/metrics.ts';
import type { DomainEventFacts, DomainEventType } from '../../../server/src/api/domain-events.ts';
import { dayIn, endOfDay, shiftDay } from '../../../server/src/platform/clock.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

const zone = 'Asia/Shanghai';
let test: TestApi;
let factory: Factory;
beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  // Noon of the hospital: "today so far" has room on both sides, and no test crosses midnight.
  const noon = endOfDay(zone, dayIn(zone, test.clock.now())).getTime() + 12 * 3_600_000;
  test.clock.advance(noon - test.clock.now().getTime());
});
afterAll(() => test.close());

let hospital: TestHospital;
let president: TestPerson;
beforeEach(async () => {
  hospital = await factory.hospital('CN', zone);
  president = await factory.staff(hospital, 'president');
});

async function happened<Type extends DomainEventType>(
  type: Type,
  at: Date,
  facts: DomainEventFacts[Type],
  of = hospital,
): Promise<void> {
  await test.database.admin.query(
    'INSERT INTO domain_event (id, hospital_id, at, type, entity_id, facts) VALUES ($1,$2,$3,$4,$5,$6)',
    [newId(), of.id, at, type, newId(), facts],
  );
}

const minutesAgo = (minutes: number) => new Date(test.clock.now().getTime() - minutes * 60_000);
const today = () => dayIn(zone, test.clock.now());

describe('the daily figures', () => {
  it('count each event on its day of the hospital’s calendar, to the second, and show empty days', async () => {
    const yesterdayEnds = endOfDay(zone, shiftDay(today(), -1));
    await happened('visit.created', new Date(yesterdayEnds.getTime() - 1000), { kind: 'walk-in' });
    await happened('visit.created', yesterdayEnds, { kind: 'walk-in' });
    await happened('visit.created', new Date(yesterdayEnds.getTime() + 1), { kind: 'booked' });
    const { items } = await president.client.ok(readDailyFigures, { query: { days: 5 } });
    expect(items.map(({ day }) => day)).toEqual([4, 3, 2, 1, 0].map((ago) => shiftDay(today(), -ago)));
    expect(items.map(({ visits }) => visits)).toEqual([0, 0, 0, 1, 2]);
    expect(items[0]).toEqual({
      day: shiftDay(today(), -4),
      visits: 0,
      completed: 0,
      left: 0,
      referredOffline: 0,
      waitMedian: null,
      waitP90: null,
      prescriptions: 0,
      reviewed: 0,
      rejected: 0,
    });
  });

  it('hold waits, prescriptions and decisions', async () => {
    const at = minutesAgo(0);
    for (const waitSeconds of [60, 120, 180, 240, 1000]) await happened('visit.admitted', at, { waitSeconds });
    await happened('visit.completed', at, { consultSeconds: 600 });
    await happened('visit.left', at, { waitSeconds: 5000 });
    await happened('visit.referred-offline', at, {});
    await happened('prescription.signed', at, { items: 1, issues: 0, overrides: 0 });
    await happened('prescription.signed', at, { items: 1, issues: 0, overrides: 0 });
    await happened('prescription.approved', at, { turnaroundSeconds: 60 });
    await happened('prescription.rejected', at, { turnaroundSeconds: 60, reason: 'dose' });
    const { items } = await president.client.ok(readDailyFigures, { query: { days: 1 } });
    expect(items).toEqual([
      {
        day: today(),
        visits: 0,
        completed: 1,
        left: 1,
        referredOffline: 1,
        waitMedian: 180,
        waitP90: 240 + 0.6 * 760,
        prescriptions: 2,
        reviewed: 2,
        rejected: 1,
      },
    ]);
  });

  it('are asked for within limits', async () => {
    for (const days of [0, 367, 1.5, 'NaN', '1;DROP TABLE visit']) {
      const answer = await president.client.call(readDailyFigures, { query: { days } });
      expect([answer.status, answer.problem.code]).toEqual([400, 'validation.failed']);
    }
    expect((await president.client.ok(readDailyFigures)).items).toHaveLength(30);
    expect((await president.client.ok(readDailyFigures, { query: { days: 366 } })).items).toHaveLength(366);
  });
});

describe('the board', () => {
  it('shows today so far beside the same day of last week up to the same time', async () => {
    const week = 7 * 24 * 60;
    await happened('visit.created', minutesAgo(60), { kind: 'walk-in' });
    await happened('visit.created', minutesAgo(week + 60), { kind: 'walk-in' });
    await happened('visit.created', minutesAgo(week + 30), { kind: 'walk-in' });
    // Later on that day last week, and before its midnight: neither counts.
    await happened('visit.created', minutesAgo(week - 30), { kind: 'walk-in' });
    await happened('visit.created', minutesAgo(week + 13 * 60), { kind: 'walk-in' });
    await happened('visit.admitted', minutesAgo(20), { waitSeconds: 600 });
    await happened('visit.admitted', minutesAgo(10), { waitSeconds: 601 });
    await happened('prescription.approved', minutesAgo(9), { turnaroundSeconds: 60 });
    await happened('prescription.rejected', minutesAgo(8), { turnaroundSeconds: 60, reason: 'allergy' });
    const board = await president.client.ok(readLiveBoard);
    expect(board.today).toMatchObject({ day: today(), visits: 1 });
    expect(board.before).toMatchObject({ day: shiftDay(today(), -7), visits: 2 });
    expect(board).toMatchObject({ rejectionRate: 0.5, withinTarget: 0.5, targetWait: 600 });
    expect(board).toMatchObject({ waitingNow: 0, inCallNow: 0, longestWait: null, doctorsOnDuty: 0 });
  });

  it('shows who waits, who is in a call and who is on duty right now', async () => {
    const doctor = await factory.doctor(hospital);
    const visits = await Promise.all(
      [25, 5, 40, 50].map(async (minutes, i) => {
        const patient = await factory.patient(hospital);
        const id = newId();
        const status = i < 2 ? 'waiting' : 'in-progress';
        await test.database.admin.query(
          `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, checked_in_at)
           VALUES ($1,$2,$3,$4,$5,$6,'walk-in','cough',$7,$7)`,
          [
            id,
            hospital.id,
            patient.patientId,
            hospital.departmentId,
            doctor.practitionerId,
            status,
            minutesAgo(minutes),
          ],
        );
        return id;
      }),
    );
    await test.database.admin.query(
      `INSERT INTO call_session (id, hospital_id, visit_id, node_id, opened_at, closed_at)
       VALUES ($1,$2,$3,'n',now(),NULL), ($4,$2,$5,'n',now(),now())`,
      [newId(), hospital.id, visits[2], newId(), visits[3]],
    );
    const board = await president.client.ok(readLiveBoard);
    expect(board).toMatchObject({ waitingNow: 2, inCallNow: 1, doctorsOnDuty: 1 });
    expect(board.longestWait).toBeGreaterThanOrEqual(25 * 60);
    expect(board.longestWait).toBeLessThan(26 * 60);
    expect(board).toMatchObject({ rejectionRate: null, withinTarget: null });
  });

  it('sums up the calls of the last seven days', async () => {
    const quiet = {
      measuredSeconds: 600,
      audioOnlySeconds: 0,
      mosMedian: 430,
      mosMean: 420,
      drops: 0,
      recoveryMedianMs: null,
      firstPictureMs: 300,
    };
    await happened('call.measured', minutesAgo(6 * 24 * 60), quiet);
    await happened('call.measured', minutesAgo(20), { ...quiet, drops: 2, recoveryMedianMs: 1400, mosMedian: 390 });
    await happened('call.measured', minutesAgo(10), {
      ...quiet,
      drops: 1,
      recoveryMedianMs: 2600,
      firstPictureMs: 700,
    });
    const unmeasured = { measuredSeconds: 0, mosMedian: null, mosMean: null, firstPictureMs: null };
    await happened('call.measured', minutesAgo(5), { ...quiet, ...unmeasured });
    await happened('call.measured', minutesAgo(4), { ...quiet, audioOnlySeconds: 60 }, await factory.hospital());
    await happened('call.measured', minutesAgo(4), { ...quiet, audioOnlySeconds: 90 });
    await happened('call.measured', minutesAgo(7 * 24 * 60), { ...quiet, drops: 9 });
    expect((await president.client.ok(readLiveBoard)).calls).toEqual({
      calls: 5,
      dropShare: 0.4,
      recoveryMedian: 2,
      mosMedian: 4.3,
      firstPictureMedian: 0.3,
      audioOnlyShare: 90 / 2400,
    });
  });

  it('knows nothing of calls where there was none', async () => {
    expect((await president.client.ok(readLiveBoard)).calls).toEqual({
      calls: 0,
      dropShare: null,
      recoveryMedian: null,
      mosMedian: null,
      firstPictureMedian: null,
      audioOnlyShare: null,
    });
  });

  it('takes the hospital’s own target', async () => {
    await test.database.admin.query(`UPDATE hospital SET settings = '{"targetWaitSeconds": 300}' WHERE id = $1`, [
      hospital.id,
    ]);
    await happened('visit.admitted', minutesAgo(0), { waitSeconds: 301 });
    expect(await president.client.ok(readLiveBoard)).toMatchObject({ targetWait: 300, withinTarget: 0 });
  });

  it('is one hospital’s: nothing of another is counted', async () => {
    const other = await factory.hospital();
    await happened('visit.created', minutesAgo(0), { kind: 'walk-in' }, other);
    await factory.doctor(other);
    const board = await president.client.ok(readLiveBoard);
    expect([board.today.visits, board.doctorsOnDuty]).toEqual([0, 0]);
    expect((await president.client.ok(readDailyFigures)).items.every(({ visits }) => visits === 0)).toBe(true);
  });
});

describe('figures', () => {
  it('are for president and administrator, and each look is audited', async () => {
    await president.client.ok(readLiveBoard);
    await (await factory.staff(hospital, 'administrator')).client.ok(readDailyFigures);
    const refused = [
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.pharmacist(hospital),
    ];
    for (const { client } of refused) {
      expect((await client.call(readLiveBoard)).problem.code).toBe('auth.forbidden');
      expect((await client.call(readDailyFigures)).problem.code).toBe('auth.forbidden');
    }
    const { rows } = await test.database.admin.query(
      `SELECT action, outcome, count(*)::int AS n FROM audit_event WHERE hospital_id = $1 GROUP BY 1, 2 ORDER BY 1`,
      [hospital.id],
    );
    expect(rows).toEqual([
      { action: 'access.denied', outcome: 'denied', n: 6 },
      { action: 'metrics.read', outcome: 'done', n: 2 },
    ]);
  });
});
