import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AccessTokens, accessTokenSeconds } from '../../../server/src/platform/tickets/access-token.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { emitEvent } from '../../../server/src/api/core/domain-events.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import type { Ack } from '../../../shared/src/core/ack.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen, type RecordListener } from '../../support/record-socket.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let factory: Factory;
let hospital: TestHospital;
const open: RecordListener[] = [];

beforeAll(async () => {
  test = await startTestApi();
  factory = new Factory(test);
  hospital = await factory.hospital();
});
afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
});
afterAll(() => test.close());

async function listenWith(accessToken: string): Promise<RecordListener> {
  const listener = await listen(test.url, accessToken);
  open.push(listener);
  return listener;
}

/** Returns a token of the person’s session that expires in that many seconds. */
function tokenFor(person: TestPerson, seconds = accessTokenSeconds): string {
  const { accountId, hospitalId, sessionId, patientId, practitionerId } = person;
  const actor = { accountId, hospitalId, sessionId, patientId, practitionerId, roles: ['pharmacist' as const] };
  const issuedAt = new Date(test.clock.now().getTime() - (accessTokenSeconds - seconds) * 1000);
  return new AccessTokens(test.settings.ACCESS_TOKEN_SECRET).issue(actor, issuedAt).accessToken;
}

const ended = async (listener: RecordListener) => {
  const reason = new Promise((done) => listener.socket.once('session-ended', (event) => done(event.reason)));
  await new Promise<void>((done) => listener.socket.once('disconnect', () => done()));
  return reason;
};

const renew = (listener: RecordListener, accessToken: string) =>
  listener.socket.emitWithAck('renew', { accessToken }) as Promise<Ack<{ expiresAt: string }>>;

const endSession = (person: TestPerson) =>
  test.database.admin.query('UPDATE session SET ended_at = now() WHERE id = $1', [person.sessionId]);

const refusalOf = (accessToken: string) =>
  listenWith(accessToken).then(
    () => 'let in',
    (error: unknown) => (error as Error).message,
  );

describe('the record socket', () => {
  it('closes when its token expires, and stays open when a newer one was sent', async () => {
    const person = await factory.pharmacist(hospital);
    const renewed = await listenWith(tokenFor(person, 8));
    const answer = await renew(renewed, tokenFor(person));
    expect(answer.ok).toBe(true);
    const left = await listenWith(tokenFor(person, 8));
    expect(await ended(left)).toBe('expired');
    expect(renewed.socket.connected).toBe(true);
  });

  it('rejects a token of another session, a forged one and one of an ended session', async () => {
    const [person, other] = [await factory.pharmacist(hospital), await factory.pharmacist(hospital)];
    const listener = await listenWith(tokenFor(person));
    const refused = { ok: false, code: 'auth.required' };
    expect(await renew(listener, tokenFor(other))).toEqual(refused);
    expect(await renew(listener, 'a.b.c')).toEqual(refused);
    await endSession(person);
    expect(await renew(listener, tokenFor(person))).toEqual(refused);
  });

  it('rejects a connection of an ended session although the token is still valid', async () => {
    const person = await factory.pharmacist(hospital);
    expect(await refusalOf(tokenFor(person))).toBe('let in');
    await endSession(person);
    expect(await refusalOf(tokenFor(person))).toBe('auth.required');
    expect(await refusalOf('')).toBe('auth.required');
  });

  it('closes on every page of a session that ends, and on no other', async () => {
    const person = await factory.pharmacist(hospital);
    const bystander = await listenWith(tokenFor(await factory.pharmacist(hospital)));
    const pages = [await listenWith(tokenFor(person)), await listenWith(tokenFor(person))];
    const reasons = pages.map(ended);
    test.api.hub.endSession(person.sessionId, 'reused');
    expect(await Promise.all(reasons)).toEqual(['reused', 'reused']);
    expect(bystander.socket.connected).toBe(true);
  });

  it('sends an event to a role in the event’s hospital only', async () => {
    const elsewhere = await factory.hospital();
    const ours = await listenWith(tokenFor(await factory.pharmacist(hospital)));
    const theirs = await listenWith(tokenFor(await factory.pharmacist(elsewhere)));
    const publishTo = async (hospitalId: string) => {
      const id = newId();
      const transactions = new Transactions(test.source, test.clock);
      transactions.sendTo(test.api.hub);
      await transactions.run(systemContext(hospitalId, 'test'), (tx) =>
        emitEvent(tx, 'review.requested', {
          entityId: id,
          changes: [{ entity: 'review', id, to: { roles: ['pharmacist'] } }],
        }),
      );
      return id;
    };
    const first = await publishTo(hospital.id);
    const second = await publishTo(elsewhere.id);
    await ours.next({ id: first });
    await theirs.next({ id: second });
    expect([ours.short, theirs.short]).toEqual([[`review ${first}`], [`review ${second}`]]);
  });

  it('limits connections per account', async () => {
    const person = await factory.pharmacist(hospital);
    const token = tokenFor(person);
    for (let i = 0; i < 50; i++) await listenWith(token);
    expect(await refusalOf(token)).toBe('request.rate-limited');
    expect(await refusalOf(tokenFor(await factory.pharmacist(hospital)))).toBe('let in');
    const one = open[0];
    if (one) {
      const gone = once(one.socket as never, 'disconnect');
      one.close();
      await gone;
    }
    await expect.poll(() => refusalOf(token)).toBe('let in');
  });

  it('answers hostile events with a code and stays open', async () => {
    const listener = await listenWith(tokenFor(await factory.pharmacist(hospital)));
    const socket = listener.socket as unknown as {
      emitWithAck(event: string, ...args: unknown[]): Promise<unknown>;
      emit(event: string, ...args: unknown[]): void;
    };
    const refused = { ok: false, code: 'validation.failed' };
    for (const hostile of [
      null,
      7,
      [],
      {},
      { accessToken: 7 },
      { accessToken: 'x', more: 1 },
      JSON.parse('{"__proto__":{},"accessToken":"x"}'),
    ])
      expect(await socket.emitWithAck('renew', hostile)).toEqual(refused);
    socket.emit('renew', { accessToken: 'x' });
    socket.emit('no-such-event', { a: 1 });
    expect(await socket.emitWithAck('renew', {})).toEqual(refused);
    expect(listener.socket.connected).toBe(true);
  });
});
