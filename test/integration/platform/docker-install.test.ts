import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt, stepAt } from '../../../server/src/api/accounts/second-factor/one-time-code.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { acceptStaffInvitation } from '../../../shared/src/directory/staff.contract.ts';
import { signIn } from '../../../shared/src/accounts/auth.contract.ts';
import {
  acceptOperatorInvitation,
  foundHospital,
  openOperatorInvitation,
} from '../../../shared/src/operator/operator.contract.ts';
import { secretFrom } from '../../support/authenticator.ts';
import { TestClient } from '../../support/client.ts';
import { environmentOf, makeEnv } from '../../support/compose.ts';
import { DockerServer } from '../../support/docker-server.ts';
import { freePort } from '../../support/free-port.ts';
import { enrolAuthenticator } from '../../support/staff-sign-in.ts';

/** The steps of docs/operations/install.md, with a real Postgres and the programs of docker-compose.yml as processes. */
const env = makeEnv('as printed');
const origin = `https://${env['DOMAIN']}`;
let server: DockerServer;
let api: ChildProcess | undefined;

beforeAll(async () => {
  server = await DockerServer.start(env);
});
afterAll(async () => {
  if (api?.exitCode === null) {
    const ended = once(api, 'exit');
    api.kill('SIGKILL');
    await ended;
  }
  await server.stop();
});

/** Starts a program with the environment that docker-compose.yml gives it. */
function start(program: string, service: string, changes: Record<string, string> = {}) {
  const main = fileURLToPath(new URL(`../../../server/src/${program}/main.ts`, import.meta.url));
  const given = Object.entries(environmentOf(service, env)).map(([name, value]) => [name, server.at(value)]);
  const { PATH = '', NODE_COMPILE_CACHE = '' } = process.env;
  const child = spawn(process.execPath, [main], {
    env: { PATH, NODE_COMPILE_CACHE, ...Object.fromEntries(given), ...changes },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said.text += String(data)));
  return { child, said };
}

async function migrate(): Promise<{ code: unknown; text: string }> {
  const { child, said } = start('migrate', 'migrate');
  const [code] = await once(child, 'close');
  return { code, text: said.text };
}

describe('a new installation with Docker', () => {
  it('is migrated by an owner that is no superuser, also a second time', async () => {
    expect(await migrate()).toEqual({ code: 0, text: expect.stringContaining('migrations completed') });
    expect(await migrate()).toEqual({ code: 0, text: expect.stringContaining('"ran":0') });
    const roles = `SELECT rolname AS name, rolsuper OR rolbypassrls AS mighty FROM pg_roles WHERE rolname ~ '^yunzhen_' ORDER BY 1`;
    expect(await server.asSuperuser('yunzhen', roles)).toEqual(
      ['api', 'app', 'operator', 'operators', 'owner'].map((name) => ({ name: `yunzhen_${name}`, mighty: false })),
    );
    const [found] = await server.asSuperuser<{ wrong: string[] }>(
      'yunzhen',
      `SELECT coalesce(array_agg(c.relname::text), '{}') AS wrong FROM pg_class c
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND pg_get_userbyid(c.relowner) <> 'yunzhen_owner'`,
    );
    expect(found?.wrong).toEqual([]);
  });

  it('gets its operator by the printed link, who founds the first hospital', async () => {
    const port = String(await freePort());
    const started = start('api', 'api', {
      HOST: '127.0.0.1',
      PORT: port,
      METRICS_PORT: '0',
      DATA_DIR: tmpdir(),
      OPERATOR_INVITE: 'operator@clinic.example.org',
    });
    api = started.child;
    const link = /https:\S+\/invitation\/([^/#\s]+)#(\S+)/;
    await expect.poll(() => started.said.text, { timeout: 60_000 }).toMatch(link);
    const [address = '', operatorId = '', secret = ''] = link.exec(started.said.text) ?? [];
    expect(address.startsWith(`${origin}/`)).toBe(true);

    const url = `http://127.0.0.1:${port}`;
    const anybody = new TestClient(url);
    const { secret: key } = await anybody.ok(openOperatorInvitation, { body: { operatorId, secret } });
    const password = 'lanterns on the canal';
    const joined = await anybody.call(acceptOperatorInvitation, {
      body: { operatorId, secret, name: 'Wu Lan', password, code: codeAt(secretFrom(key), stepAt(new Date())) },
    });
    expect(joined.status).toBe(201);
    const cookies = joined.headers.getSetCookie();
    const cookie = cookies.map((each) => each.split(';')[0]).join('; ');
    const body = {
      id: newId(),
      slug: 'riverside',
      name: { en: 'Riverside', zh: '河畔医院' },
      jurisdiction: 'CN' as const,
      timeZone: 'Asia/Shanghai',
      locale: 'zh-CN' as const,
      administrator: { email: 'zhou@river.example.org', name: '周敏' },
    };
    const { invitationId, secret: word } = await anybody.ok(foundHospital, { headers: { cookie, origin }, body });
    const accepted = await anybody.call(acceptStaffInvitation, {
      body: { hospital: body.slug, invitationId, secret: word, name: '周敏', password, locale: 'zh-CN' },
    });
    expect(accepted.status).toBe(201);
    await enrolAuthenticator(new TestClient(url, accepted.value.accessToken));
    const signedIn = await anybody.call(signIn, {
      body: { hospital: body.slug, email: body.administrator.email, password },
    });
    expect([signedIn.status, signedIn.value.account.secondFactorPending]).toEqual([201, true]);
  });
});
