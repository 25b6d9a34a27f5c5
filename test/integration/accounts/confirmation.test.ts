import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ActorContext } from '../../../server/src/platform/context.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { AccountsRepository } from '../../../server/src/api/accounts/accounts.repository.ts';
import { AttemptsRepository } from '../../../server/src/api/accounts/sign-in/attempts.repository.ts';
import { PasswordCheck } from '../../../server/src/api/accounts/sign-in/password-check.ts';
import { AppError } from '../../../shared/src/core/errors.ts';
import { Factory, testPassword, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let check: PasswordCheck;
let factory: Factory;
beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  check = new PasswordCheck({
    transactions: new Transactions(test.source, test.clock),
    accounts: new AccountsRepository(),
    attempts: new AttemptsRepository(),
  });
});
afterAll(() => test.close());

function confirm(person: TestPerson, password: string): Promise<string> {
  const actor = { ...person, roles: ['doctor'] } as unknown as ActorContext['actor'];
  const context = { requestId: 'r', hospitalId: person.hospitalId, actor, address: null, idempotencyKey: null };
  return check.run(context, { accountId: person.accountId, sessionId: person.sessionId, password }).then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
}

describe('confirming with the password', () => {
  it('accepts only the signed-in person’s own password and audits failures', async () => {
    const doctor = await factory.doctor(await factory.hospital());
    expect(await confirm(doctor, testPassword)).toBe('ok');
    expect(await confirm(doctor, 'wrong')).toBe('auth.confirmation-failed');
    const { rows } = await test.database.admin.query(
      `SELECT outcome, code, entity, entity_id FROM audit_event WHERE action = 'session.refused' AND actor_account_id = $1`,
      [doctor.accountId],
    );
    expect(rows).toEqual([
      { outcome: 'denied', code: 'auth.confirmation-failed', entity: 'confirmation', entity_id: doctor.sessionId },
    ]);
  });

  it('is rejected after ten failures in a session; failed sign-ins by strangers do not count', async () => {
    const hospital = await factory.hospital();
    const doctor = await factory.doctor(hospital);
    for (let failure = 0; failure < 10; failure++) {
      await fetch(`${test.url}/api/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ hospital: hospital.slug, email: `${doctor.accountId}@example.test`, password: 'wrong' }),
      });
    }
    expect(await confirm(doctor, testPassword)).toBe('ok');
    for (let failure = 0; failure < 10; failure++) {
      expect(await confirm(doctor, 'wrong')).toBe('auth.confirmation-failed');
    }
    expect(await confirm(doctor, testPassword)).toBe('request.rate-limited');
  });

  it('is rejected in a session that has ended', async () => {
    const doctor = await factory.doctor(await factory.hospital());
    await test.database.admin.query('UPDATE session SET ended_at = now() WHERE id = $1', [doctor.sessionId]);
    expect(await confirm(doctor, testPassword)).toBe('auth.session-expired');
  });
});
