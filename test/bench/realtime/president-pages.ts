import { generateKeyPairSync, randomBytes } from 'node:crypto';
import pg from 'pg';
import { newId } from '../../../server/src/platform/ids.ts';
import { AccessTokens } from '../../../server/src/platform/tickets/access-token.ts';
import { operatorUrlOf, requestKey } from '../../support/request-key.ts';
import type { Page } from './messages.ts';

const secret = randomBytes(32).toString('base64');

/** Returns the environment of an api of a benchmark that limits no requests. */
export function benchApiEnvironment(appUrl: string): Record<string, string> {
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  return {
    ACCESS_TOKEN_SECRET: secret,
    KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    TICKET_PRIVATE_KEY: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    NODE_SECRET: randomBytes(24).toString('hex'),
    RATE_LIMIT_FACTOR: '10000',
    DATABASE_URL: appUrl,
    DATABASE_REQUEST_KEY: requestKey.toString('base64'),
    OPERATOR_DATABASE_URL: operatorUrlOf(appUrl),
  };
}

/** Creates the accounts of so many pages, one president a page, spread over the hospitals. */
export async function presidentPages(adminUrl: string, count: number, hospitals: number): Promise<Page[]> {
  const tokens = new AccessTokens(Buffer.from(secret, 'base64'));
  const db = new pg.Client({ connectionString: adminUrl });
  await db.connect();
  const houses = Array.from({ length: hospitals }, () => newId());
  for (const [i, id] of houses.entries())
    await db.query(
      `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at) VALUES ($1,$2,'{}','CN','Asia/Shanghai','en',now())`,
      [id, `bench-${i}`],
    );
  const people = Array.from({ length: count }, (_, i) => ({
    hospitalId: houses[i % hospitals] ?? '',
    accountId: newId(),
    sessionId: newId(),
  }));
  await db.query(
    `WITH p AS (SELECT * FROM jsonb_to_recordset($1) AS p("hospitalId" uuid, "accountId" uuid, "sessionId" uuid)), a AS (
       INSERT INTO account (id, hospital_id, email, password_hash, roles, display_name, locale, created_at)
       SELECT "accountId", "hospitalId", "accountId" || '@bench.test', 'x', '{president}', 'President', 'en', now() FROM p RETURNING id)
     INSERT INTO session (id, hospital_id, account_id, created_at, last_seen_at, expires_at)
     SELECT "sessionId", "hospitalId", "accountId", now(), now(), now() + interval '1 day' FROM p, (SELECT count(*) FROM a) AS done`,
    [JSON.stringify(people)],
  );
  await db.end();
  return people.map((person) => ({
    ...person,
    accessToken: tokens.issue({ ...person, roles: ['president'], patientId: null, practitionerId: null }, new Date())
      .accessToken,
  }));
}
