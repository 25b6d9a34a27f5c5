import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { runNightlyJob } from '../../support/run-job.ts';
import { inHospital } from '../../support/tenancy.ts';
import { acceptPastEntries } from '../../support/past-clock.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let factory: Factory;
beforeAll(async () => {
  test = await startTestApi();
  await acceptPastEntries(test.database);
  // Behind the database’s own clock, which rejects a deletion with a time in the future.
  test.clock.advance(-30 * DAY_MS);
  factory = new Factory(test);
});
afterAll(() => test.close());

/** Inserts a visit that ended that many days ago, with a message, a sent file, a call event, a quality sample and two packed ones. */
async function endedChat(hospital: TestHospital, endedDaysAgo: number): Promise<string> {
  const patient = await factory.patient(hospital);
  const doctor = await factory.doctor(hospital);
  const [visit, message, session] = [newId(), newId(), newId()];
  const ended = new Date(test.clock.now().getTime() - endedDaysAgo * DAY_MS);
  const { admin } = test.database;
  await admin.query(
    `INSERT INTO visit (id, hospital_id, patient_id, department_id, practitioner_id, status, kind, complaint, created_at, ended_at)
     VALUES ($1,$2,$3,$4,$5,'completed','walk-in','cough',$6,$6)`,
    [visit, hospital.id, patient.patientId, hospital.departmentId, doctor.practitionerId, ended],
  );
  await admin.query('INSERT INTO chat (visit_id, hospital_id) VALUES ($1,$2)', [visit, hospital.id]);
  await admin.query(
    `INSERT INTO chat_message (visit_id, id, hospital_id, sequence, author_account_id, author_role, text, sent_at)
     VALUES ($1,$2,$3,1,$4,'patient','hello',$5)`,
    [visit, message, hospital.id, patient.accountId, ended],
  );
  await admin.query(
    `INSERT INTO chat_attachment (visit_id, id, hospital_id, uploader_account_id, type, received_sha256, content, uploaded_at, message_id, position, name)
     VALUES ($1,$2,$3,$4,'image/png','x','x',$5,$6,0,'a.png')`,
    [visit, newId(), hospital.id, patient.accountId, ended, message],
  );
  await admin.query(
    `INSERT INTO call_session (id, hospital_id, visit_id, node_id, opened_at, closed_at) VALUES ($1,$2,$3,'n',$4,$4)`,
    [session, hospital.id, visit, ended],
  );
  await admin.query(
    `INSERT INTO call_event (id, hospital_id, visit_id, node_id, at, type) VALUES ($1,$2,$3,'n',$4,'joined')`,
    [newId(), hospital.id, visit, ended],
  );
  await admin.query(
    `INSERT INTO call_quality_sample (hospital_id, session_id, participant_id, at, span_ms, frozen_ms, kbps_received, kbps_sent, grade, cause, carried)
     VALUES ($1,$2,$3,$4,1,0,1,1,0,0,0)`,
    [hospital.id, session, newId(), ended],
  );
  await admin.query(
    `INSERT INTO call_quality_series (hospital_id, session_id, participant_id, began_at, after_ms, span_ms, frozen_ms, kbps_received, kbps_sent,
       rtt_ms, jitter_ms, mos, loss_received, loss_sent, concealed, grade, cause, carried)
     VALUES ($1,$2,$3,$4,'{0,5}','{5,5}','{0,0}','{1,1}','{1,1}','{1,1}','{1,1}','{1,1}','{0,0}','{0,0}','{0,0}','{0,0}','{0,0}','{0,0}')`,
    [hospital.id, session, newId(), ended],
  );
  return visit;
}

async function left(visit: string): Promise<number[]> {
  const { rows } = await test.database.admin.query<{ n: number[] }>(
    `SELECT ARRAY[
       (SELECT count(*) FROM chat_message WHERE visit_id = $1), (SELECT count(*) FROM chat_attachment WHERE visit_id = $1),
       (SELECT count(*) FROM call_event WHERE visit_id = $1),
       (SELECT count(*) FROM call_quality_sample q JOIN call_session s ON s.id = q.session_id WHERE s.visit_id = $1),
       (SELECT count(*) FROM call_quality_series q JOIN call_session s ON s.id = q.session_id WHERE s.visit_id = $1)]::int[] AS n`,
    [visit],
  );
  return rows[0]?.n ?? [];
}

describe('chats and call logs', () => {
  it('are deleted after three years, not a day earlier, and this is audited; the visit stays', async () => {
    const hospital = await factory.hospital();
    const visit = await endedChat(hospital, 3 * 365 - 2);
    const young = await endedChat(hospital, 3);
    await runNightlyJob(test, hospital.id, 'forget-process-records');
    expect([await left(visit), await left(young)]).toEqual([
      [1, 1, 1, 1, 1],
      [1, 1, 1, 1, 1],
    ]);
    // A leap day may lie between.
    test.clock.advance(4 * DAY_MS);
    await runNightlyJob(test, hospital.id, 'forget-process-records');
    expect([await left(visit), await left(young)]).toEqual([
      [0, 0, 0, 0, 0],
      [1, 1, 1, 1, 1],
    ]);
    const { rows } = await test.database.admin.query(
      `SELECT details FROM audit_event WHERE hospital_id = $1 AND action = 'retention.forgotten'`,
      [hospital.id],
    );
    expect(rows).toEqual([{ details: { messages: 1, files: 1, callEvents: 1, lineSamples: 3 } }]);
    const kept = await test.database.admin.query('SELECT 1 FROM visit WHERE id = $1', [visit]);
    expect(kept.rowCount).toBe(1);
  });

  it('of another hospital are not affected, and there is no other way to delete them', async () => {
    const [here, elsewhere] = [await factory.hospital(), await factory.hospital()];
    const visit = await endedChat(elsewhere, 4 * 365);
    const forgotten = await inHospital(test, here.id, (tx) =>
      tx.query<{ visits: number }>('SELECT visits FROM forget_process_records(now(), 10)'),
    );
    expect(forgotten).toEqual([{ visits: 0 }]);
    for (const sql of [
      'DELETE FROM chat_message',
      'DELETE FROM chat_attachment WHERE message_id IS NOT NULL',
      'DELETE FROM call_event',
      'DELETE FROM call_quality_sample',
      'DELETE FROM call_quality_series',
    ])
      await expect(inHospital(test, elsewhere.id, (tx) => tx.query(sql))).rejects.toThrow();
    expect(await left(visit)).toEqual([1, 1, 1, 1, 1]);
  });
});
