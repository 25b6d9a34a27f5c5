import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readLiveBoard } from '../../../shared/src/metrics/metrics.contract.ts';
import type { DomainEventFacts, DomainEventType } from '../../../server/src/api/core/domain-events.ts';
import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { ownCounting } from './own-counting.ts';

const zone = 'Asia/Shanghai';
let test: TestApi;
let factory: Factory;
beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  // Noon at the hospital: "today so far" has time on both sides, and no test crosses midnight.
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

describe('the live board', () => {
  it('counts the visits since midnight of the hospital', async () => {
    const midnight = endOfDay(zone, shiftDay(today(), -1));
    await happened('visit.created', new Date(midnight.getTime() - 1000), { kind: 'walk-in' });
    await happened('visit.created', midnight, { kind: 'walk-in' });
    await happened('visit.created', minutesAgo(1), { kind: 'booked' });
    await happened('visit.admitted', minutesAgo(0), { waitSeconds: 60 });
    expect((await president.client.ok(readLiveBoard)).visitsToday).toBe(0);
    await ownCounting(test).countPending(hospital.id, 'test');
    const board = await president.client.ok(readLiveBoard);
    expect(board).toMatchObject({ visitsToday: 2, targetWait: 600, pastComing: false });
    expect(board).toMatchObject({ waitingNow: 0, inCallNow: 0, longestWait: null, doctorsOnDuty: 0 });
  });

  it('shows who is waiting, in a call and on duty right now', async () => {
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
    expect(board.queues).toEqual([
      expect.objectContaining({ departmentId: hospital.departmentId, waiting: 2, longestWait: board.longestWait }),
    ]);
    expect([board.doctorsLate, board.lateDoctors, board.reviews]).toEqual([
      0,
      [],
      { waiting: 0, overdue: 0, longestWait: null },
    ]);
    await test.database.admin.query('UPDATE practitioner SET on_duty = false WHERE id = $1', [doctor.practitionerId]);
    const late = await president.client.ok(readLiveBoard);
    expect([late.doctorsLate, late.lateDoctors.length]).toEqual([1, 1]);
    expect(late.lateDoctors[0]?.seconds).toBeGreaterThanOrEqual(25 * 60);
  });

  it('uses the hospital’s own targets', async () => {
    const settings = {
      targetWaitSeconds: 300,
      goals: { droppedCallPercent: 1, reviewPercent: 'all' },
      thresholds: { waitMinutes: 20 },
    };
    await test.database.admin.query(`UPDATE hospital SET settings = $2 WHERE id = $1`, [hospital.id, settings]);
    const { targetWait, goals, thresholds } = await president.client.ok(readLiveBoard);
    expect(targetWait).toBe(300);
    expect(thresholds).toEqual({ waitSeconds: 1200, waitingPatients: 10, overdueReviews: 1 });
    expect(goals).toEqual({ 'wait-within-target': 0.9, 'call-drop-share': 0.01, 'review-within-target': 0.9 });
  });

  it('counts only its own hospital', async () => {
    const other = await factory.hospital();
    await happened('visit.created', minutesAgo(0), { kind: 'walk-in' }, other);
    await factory.doctor(other);
    await ownCounting(test).countPending(other.id, 'test');
    const board = await president.client.ok(readLiveBoard);
    expect([board.visitsToday, board.doctorsOnDuty]).toEqual([0, 0]);
  });
});

describe('reading figures', () => {
  it('is limited to president and administrator and audited', async () => {
    await president.client.ok(readLiveBoard);
    await (await factory.staff(hospital, 'administrator')).client.ok(readLiveBoard);
    const refused = [
      await factory.patient(hospital),
      await factory.doctor(hospital),
      await factory.pharmacist(hospital),
    ];
    for (const { client } of refused) expect((await client.call(readLiveBoard)).problem.code).toBe('auth.forbidden');
    const { rows } = await test.database.admin.query(
      `SELECT action, outcome, count(*)::int AS n FROM audit_event WHERE hospital_id = $1 GROUP BY 1, 2 ORDER BY 1`,
      [hospital.id],
    );
    expect(rows).toEqual([
      { action: 'access.denied', outcome: 'denied', n: 3 },
      { action: 'metrics.read', outcome: 'done', n: 2 },
    ]);
  });
});
