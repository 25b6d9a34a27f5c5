import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { codeAt, stepAt } from '../../../server/src/api/accounts/second-factor/one-time-code.ts';
import { databaseUser } from '../../../server/src/platform/db/embedded-postgres.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { acceptStaffInvitation } from '../../../shared/src/directory/staff.contract.ts';
import { listHospitals, signIn } from '../../../shared/src/accounts/auth.contract.ts';
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
const pooler = [process.env['PGBOUNCER_PATH'] ?? '', '/usr/sbin/pgbouncer'].find((path) => path && existsSync(path));
const origin = `https://${env['DOMAIN']}`;
let server: DockerServer;
const started: ChildProcess[] = [];

beforeAll(async () => {
  server = await DockerServer.start(env);
});
afterAll(async () => {
  for (const child of started.toReversed()) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
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
  started.push(child);
  const said = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said.text += String(data)));
  return { child, said };
}

const onThisMachine = (port: string) => ({
  HOST: '127.0.0.1',
  PORT: port,
  METRICS_PORT: '0',
  DATA_DIR: tmpdir(),
});

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

  it('limits the sessions of both logins also where a pooler drops what a connection asks for', async () => {
    const limits = await server.asSuperuser(
      'yunzhen',
      `SELECT setrole::regrole::text AS role, setconfig AS limits FROM pg_db_role_setting ORDER BY 1`,
    );
    const both = ['statement_timeout=15000', 'idle_in_transaction_session_timeout=30000'];
    expect(limits).toEqual(['yunzhen_api', 'yunzhen_operators'].map((role) => ({ role, limits: both })));
  });

  it('gets its operator by the printed link, who founds the first hospital', async () => {
    const port = String(await freePort());
    const { said } = start('api', 'api', { ...onThisMachine(port), OPERATOR_INVITE: 'operator@clinic.example.org' });
    const link = /https:\S+\/invitation\/([^/#\s]+)#(\S+)/;
    await expect.poll(() => said.text, { timeout: 60_000 }).toMatch(link);
    const [address = '', operatorId = '', secret = ''] = link.exec(said.text) ?? [];
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

  it.skipIf(!pooler)('serves through PgBouncer as docker/pgbouncer/start.sh configures it', async () => {
    const [port, at] = [String(await freePort()), String(await freePort())];
    const folder = await mkdtemp(join(tmpdir(), 'yunzhen-pooler-'));
    const user = await databaseUser();
    if (user) await chown(folder, user.uid, user.gid);
    const { hostname, port: databasePort } = new URL(server.at(environmentOf('api', env)['DATABASE_URL'] ?? ''));
    const child = spawn('sh', [fileURLToPath(new URL('../../../docker/pgbouncer/start.sh', import.meta.url))], {
      env: {
        ...environmentOf('pooler', env),
        PATH: `${dirname(pooler ?? '')}:${process.env['PATH'] ?? ''}`,
        LD_LIBRARY_PATH: process.env['PGBOUNCER_LIBRARIES'] ?? '',
        POOLER_FOLDER: folder,
        DATABASE_ADDRESS: hostname,
        DATABASE_PORT: databasePort,
        LISTEN_ADDRESS: '127.0.0.1',
        LISTEN_PORT: at,
      },
      stdio: 'ignore',
      ...user,
    });
    started.push(child);
    const urls = Object.entries(environmentOf('api', { ...env, DATABASE_HOST: `127.0.0.1:${at}` }));
    const through = Object.fromEntries(urls.filter(([name]) => name.endsWith('DATABASE_URL')));
    await vi.waitFor(() => reach(Number(at)), { timeout: 20_000, interval: 100 });
    start('api', 'api', { ...onThisMachine(port), ...through });
    const readiness = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        async (answer) => [answer.status, ((await answer.json()) as { calls: string }).calls],
        () => [],
      );
    // Without a media node everything else is served.
    await expect.poll(readiness, { timeout: 60_000 }).toEqual([200, 'unavailable']);
    const hospitals = await new TestClient(`http://127.0.0.1:${port}`).ok(listHospitals);
    expect(hospitals.hospitals.map(({ slug }) => slug)).toEqual(['riverside']);
    const client = new pg.Client(through['DATABASE_URL']);
    await client.connect();
    const { rows } = await client.query('SHOW statement_timeout');
    await client.end();
    expect(rows).toEqual([{ statement_timeout: '15s' }]);
    await rm(folder, { recursive: true, force: true });
  });
});

/** Rejects while nothing listens there. */
async function reach(port: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.destroy();
}
