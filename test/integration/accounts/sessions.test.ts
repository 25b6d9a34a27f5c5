import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { readAccount, refreshSession, signIn } from '../../../shared/src/accounts/auth.contract.ts';
import { signUp } from '../../../shared/src/accounts/sign-up.contract.ts';
import { recordNamespace } from '../../../shared/src/core/record-socket.constants.ts';
import { agreedToStandard } from '../../support/agreements.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { emitEvent } from '../../../server/src/api/core/domain-events.ts';
import { systemContext } from '../../../server/src/platform/context.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { listen } from '../../support/record-socket.ts';
import { MailServer } from '../../support/mail-server.ts';
import { proveByMail } from '../../support/proofs.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { Browser } from './browser.ts';

let test: TestApi;
let mail: MailServer;
let hospital: TestHospital;
const sockets: Socket[] = [];
let people = 0;

beforeAll(async () => {
  mail = await MailServer.start();
  test = await startTestApi({ SMTP_URL: mail.url });
  hospital = await new Factory(test).hospital();
});
afterAll(async () => {
  await mail.close();
  for (const socket of sockets) socket.disconnect();
  await test.close();
});

const password = 'a long enough secret';
let browser: Browser;
let email: string;
let accountId: string;
beforeEach(async () => {
  email = `person-${++people}@example.test`;
  browser = new Browser(test.url);
  const proof = await proveByMail(test.url, mail, { hospital: hospital.slug, purpose: 'sign-up', email });
  const { value } = await browser.call(signUp, {
    body: {
      hospital: hospital.slug,
      proof,
      password,
      name: '顾',
      birthDate: '1970-01-01',
      sex: 'male',
      locale: 'en',
      agreed: agreedToStandard,
    },
  });
  accountId = value.account.id;
});

async function connect(accessToken: string | null): Promise<Socket> {
  const socket = io(`${test.url}${recordNamespace}`, {
    auth: { accessToken },
    transports: ['websocket'],
    forceNew: true,
  });
  sockets.push(socket);
  await once(socket as unknown as EventTarget & Socket, 'connect');
  return socket;
}

async function auditOf(action: string): Promise<{ outcome: string; code: string | null; entity: string }[]> {
  const { rows } = await test.database.admin.query<{ outcome: string; code: string | null; entity: string }>(
    `SELECT e.outcome, e.code, e.entity FROM audit_event e
     WHERE e.action = $1 AND (e.actor_account_id = $2 OR e.entity_id IN (
       SELECT id::text FROM session WHERE account_id = $2 UNION ALL SELECT $2::text)) ORDER BY e.at, e.id`,
    [action, accountId],
  );
  return rows;
}

const code = async (answer: Promise<{ status: number; problem: { code: string } }>) => {
  const { status, problem } = await answer;
  return status < 300 ? 'ok' : problem.code;
};

describe('a session refresh', () => {
  it('rotates the cookie and returns a working token', async () => {
    const first = browser.cookie;
    const answer = await browser.refresh();
    expect(answer.status).toBe(200);
    expect(browser.cookie).not.toBe(first);
    expect(await code(browser.tokens.call(readAccount))).toBe('ok');
    const { rows } = await test.database.admin.query('SELECT secret_hash FROM refresh_token');
    const secret = browser.cookie?.split('.')[2] ?? '';
    expect(rows.some((row) => (row.secret_hash as Buffer).includes(Buffer.from(secret)))).toBe(false);
  });

  it('ends the session and its sockets when a token is reused after its successor was used', async () => {
    const thief = browser.copy(test.url);
    await browser.refresh();
    await browser.refresh();
    const socket = await connect(browser.tokens.accessToken);
    const ended = once(socket as unknown as EventTarget & Socket, 'session-ended');
    const gone = once(socket as unknown as EventTarget & Socket, 'disconnect');
    expect(await code(thief.refresh())).toBe('auth.session-reused');
    expect(await ended).toEqual([{ reason: 'reused' }]);
    await gone;
    expect(await code(browser.tokens.call(readAccount))).toBe('auth.session-expired');
    expect(await code(browser.refresh())).toBe('auth.session-reused');
    expect(await auditOf('session.reuse-detected')).toEqual([{ outcome: 'denied', code: null, entity: 'session' }]);
  });

  it('ends the session when a token is reused late, even if its successor was not used', async () => {
    const thief = browser.copy(test.url);
    await browser.refresh();
    test.clock.advance(31_000);
    expect(await code(thief.refresh())).toBe('auth.session-reused');
    expect(await code(browser.refresh())).toBe('auth.session-reused');
  });

  it('returns the same successor again after a lost response', async () => {
    const again = browser.copy(test.url);
    await browser.refresh();
    expect(await code(again.refresh())).toBe('ok');
    expect(again.cookie).toBe(browser.cookie);
    expect(await auditOf('session.reuse-detected')).toEqual([]);
  });

  it('returns the same successor to two simultaneous requests and leaves one unused token', async () => {
    const tabs = [browser.copy(test.url), browser.copy(test.url), browser.copy(test.url)];
    const answers = await Promise.all(tabs.map((tab) => tab.refresh()));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(tabs.map(({ cookie }) => cookie)).size).toBe(1);
    const { rows } = await test.database.admin.query(
      'SELECT 1 FROM refresh_token t JOIN session s ON s.id = t.session_id WHERE s.account_id = $1 AND t.used_at IS NULL',
      [accountId],
    );
    expect(rows).toHaveLength(1);
  });

  it('rejects a forged secret, a forged token and another hospital’s name without ending the session', async () => {
    const [hospitalId = '', tokenId = '', secret = ''] = (browser.cookie ?? '').split('.');
    const elsewhere = await new Factory(test).hospital();
    const forged = [
      `${hospitalId}.${tokenId}.${'A'.repeat(43)}`,
      `${hospitalId}.${hospitalId}.${secret}`,
      `${elsewhere.id}.${tokenId}.${secret}`,
      `00000000-0000-0000-0000-000000000000.${tokenId}.${secret}`,
    ];
    for (const cookie of forged) {
      const stranger = browser.copy(test.url);
      stranger.cookie = cookie;
      expect(await code(stranger.refresh())).toBe('auth.session-expired');
    }
    for (const cookie of ['', 'x', `${hospitalId}.${tokenId}`, `${hospitalId}.${tokenId}.' OR 1=1 --`]) {
      const stranger = browser.copy(test.url);
      stranger.cookie = encodeURIComponent(cookie);
      expect(await code(stranger.refresh())).toBe('auth.required');
    }
    expect(await auditOf('session.refused')).toEqual([
      { outcome: 'denied', code: 'auth.session-expired', entity: 'session' },
    ]);
    expect(await code(browser.refresh())).toBe('ok');
  });

  it('names the position from which its page misses no change, also before its socket connects', async () => {
    const { value } = await browser.refresh();
    const inbox = newId();
    const transactions = new Transactions(test.source, test.clock);
    transactions.sendTo(test.api.hub);
    await transactions.run(systemContext(hospital.id, 'test'), (tx) =>
      emitEvent(tx, 'review.requested', {
        entityId: inbox,
        changes: [{ entity: 'inbox', id: inbox, to: { accountIds: [accountId] } }],
      }),
    );
    const page = await listen(test.url, value.accessToken, value.changesSince);
    await page.next({ id: inbox });
    // The regular message that nothing was missed may come as well.
    await expect.poll(() => page.covered.length).toBeGreaterThan(0);
    expect(page.covered.map(({ whole }) => whole)).not.toContain(false);
    page.close();
  });

  it('rejects a foreign or missing origin without using the token up', async () => {
    for (const origin of ['https://evil.example', 'null', `${test.url}.evil.example`]) {
      const page = new Browser(test.url, origin);
      page.cookie = browser.cookie;
      expect(await code(page.refresh())).toBe('auth.forbidden');
      expect(await code(page.signOut())).toBe('auth.forbidden');
    }
    const cookie = `yz_refresh=${browser.cookie}`;
    expect(await code(browser.tokens.call(refreshSession, { headers: { cookie } }))).toBe('auth.forbidden');
    expect(await code(browser.refresh())).toBe('ok');
  });

  it('expires after a day without a refresh and after a week in any case', async () => {
    test.clock.advance(25 * 3_600_000);
    expect(await code(browser.refresh())).toBe('auth.session-expired');
    await browser.call(signIn, { body: { hospital: hospital.slug, email, password } });
    for (let day = 0; day < 7; day++) {
      expect(await code(browser.refresh())).toBe('ok');
      test.clock.advance(23.9 * 3_600_000);
    }
    test.clock.advance(3_600_000);
    expect(await code(browser.refresh())).toBe('auth.session-expired');
  });

  it('ends the session of a disabled account', async () => {
    await test.database.admin.query(`UPDATE account SET status = 'disabled' WHERE id = $1`, [accountId]);
    expect(await code(browser.refresh())).toBe('auth.session-expired');
    expect(await code(browser.tokens.call(readAccount))).toBe('auth.session-expired');
    expect(await code(browser.call(signIn, { body: { hospital: hospital.slug, email, password } }))).toBe(
      'auth.invalid-credentials',
    );
  });
});

describe('a sign-out', () => {
  it('ends the session: token, cookie, socket and all copies', async () => {
    const thief = browser.copy(test.url);
    thief.tokens.accessToken = browser.tokens.accessToken;
    const socket = await connect(browser.tokens.accessToken);
    const ended = once(socket as unknown as EventTarget & Socket, 'session-ended');
    expect((await browser.signOut()).status).toBe(204);
    expect(browser.cookie).toBeNull();
    expect(await ended).toEqual([{ reason: 'signed-out' }]);
    expect(await code(thief.tokens.call(readAccount))).toBe('auth.session-expired');
    expect(await code(thief.refresh())).toBe('auth.session-expired');
    expect(await auditOf('session.ended')).toHaveLength(1);
  });

  it('leaves other sessions of the account open and can be repeated', async () => {
    const phone = new Browser(test.url);
    await phone.call(signIn, { body: { hospital: hospital.slug, email, password } });
    const again = browser.copy(test.url);
    expect((await browser.signOut()).status).toBe(204);
    expect((await again.signOut()).status).toBe(204);
    expect(await auditOf('session.ended')).toHaveLength(1);
    expect(await code(phone.refresh())).toBe('ok');
  });

  it('with a forged cookie does nothing', async () => {
    const stranger = browser.copy(test.url);
    stranger.cookie = `${browser.cookie?.slice(0, -43)}${'A'.repeat(43)}`;
    expect((await stranger.signOut()).status).toBe(204);
    expect(await code(browser.refresh())).toBe('ok');
  });
});
