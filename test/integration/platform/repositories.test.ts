import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AuditRepository } from '../../../server/src/api/administration/audit/audit.repository.ts';
import { AccountsRepository } from '../../../server/src/api/accounts/accounts.repository.ts';
import { AttemptsRepository } from '../../../server/src/api/accounts/sign-in/attempts.repository.ts';
import { SessionsRepository } from '../../../server/src/api/accounts/sessions/sessions.repository.ts';
import { ConsentTextsRepository } from '../../../server/src/api/administration/consent/consent-texts.repository.ts';
import { DepartmentsRepository } from '../../../server/src/api/administration/departments/departments.repository.ts';
import { PractitionersRepository } from '../../../server/src/api/directory/doctors/practitioners.repository.ts';
import { MetricsRepository } from '../../../server/src/api/metrics/metrics.repository.ts';
import { emitEvent } from '../../../server/src/api/core/domain-events.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { Transactions, type Tx } from '../../../server/src/platform/db/transaction.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let transactions: Transactions;
let here: TestHospital;
let elsewhere: TestHospital;
let doctor: TestPerson & { practitionerId: string };
const tokenId = newId();
const signUpKey = 'sign-up-key';
const today = '2026-11-24';

beforeAll(async () => {
  test = await startTestApi();
  transactions = new Transactions(test.source, test.clock);
  const factory = new Factory(test);
  here = await factory.hospital();
  elsewhere = await factory.hospital();
  await test.database.admin.query('DELETE FROM consent_text WHERE hospital_id = $1', [elsewhere.id]);
  doctor = await factory.doctor(here);
  await test.database.admin.query(
    `INSERT INTO refresh_token (id, hospital_id, session_id, secret_hash, created_at, expires_at) VALUES ($1,$2,$3,'x',now(),now())`,
    [tokenId, here.id, doctor.sessionId],
  );
  await transactions.run(systemContext(here.id, 'r'), async (tx) => {
    await tx.audit('session.refused', {
      entity: 'sign-in',
      entityId: doctor.accountId,
      code: 'auth.invalid-credentials',
    });
    await emitEvent(tx, 'visit.created', { entityId: newId(), facts: { kind: 'walk-in' } });
    await new AccountsRepository().rememberSignUp(tx, doctor.accountId, signUpKey);
  });
});
afterAll(() => test.close());

const accounts = new AccountsRepository();
const sessions = new SessionsRepository();
const practitioners = new PractitionersRepository();
const metrics = new MetricsRepository();
const long = new Date(0);

const allAudit = {
  order: 'desc' as const,
  action: null,
  outcome: null,
  without: null,
  actorId: null,
  actor: null,
  address: null,
  patientId: null,
  from: null,
  to: null,
  after: null,
  limit: 9,
};
const allDoctors = { departmentId: null, doctorId: null, onDuty: null, name: '', language: null, today };
const isThere = (value: unknown) => value !== null;

/** Each read returns whether it finds the rows of one hospital. Writes are tested by reading their effect. */
const reads: [string, (tx: Tx) => Promise<boolean>][] = [
  ['accounts by e-mail', async (tx) => isThere(await accounts.byEmail(tx, `${doctor.accountId}@example.test`))],
  ['accounts by id', async (tx) => isThere(await accounts.byId(tx, doctor.accountId))],
  ['accounts made by a key', (tx) => accounts.wasMadeBy(tx, doctor.accountId, signUpKey)],
  ['refresh tokens', async (tx) => isThere(await sessions.findToken(tx, tokenId))],
  ['sessions by token', async (tx) => isThere(await sessions.lockByToken(tx, tokenId))],
  ['the unused token', async (tx) => isThere(await sessions.currentToken(tx, doctor.sessionId))],
  ['failed passwords', async (tx) => (await new AttemptsRepository().failuresSince(tx, doctor.accountId, long)) > 0],
  [
    'departments',
    async (tx) => (await new DepartmentsRepository().list(tx)).some(({ id }) => id === here.departmentId),
  ],
  ['doctors on duty', async (tx) => (await practitioners.availableByDepartment(tx, today)).has(here.departmentId)],
  ['doctors', async (tx) => (await practitioners.listDoctors(tx, allDoctors)).length > 0],
  ['practitioners', async (tx) => isThere(await practitioners.byId(tx, doctor.practitionerId))],
  ['duty', async (tx) => isThere(await practitioners.setDuty(tx, doctor.practitionerId, false))],
  ['consent texts', async (tx) => isThere(await new ConsentTextsRepository().current(tx, 'en'))],
  ['audit events', async (tx) => (await new AuditRepository().list(tx, allAudit)).length > 0],
  ['figures now', async (tx) => (await metrics.now(tx)).doctorsOnDuty > 0],
];

describe('every repository', () => {
  it.each(reads)('finds its own hospital’s rows and none of another when reading %s', async (_what, read) => {
    const found = async (hospital: TestHospital) => {
      let answer: boolean | undefined;
      // Rolled back, so that each read starts from the same rows.
      await transactions
        .run(systemContext(hospital.id, 'r'), async (tx) => {
          answer = await read(tx);
          throw new Error('undo');
        })
        .catch((error: unknown) => {
          if (!(error instanceof Error) || error.message !== 'undo') throw error;
        });
      return answer;
    };
    expect([await found(here), await found(elsewhere)]).toEqual([true, false]);
  });
});
