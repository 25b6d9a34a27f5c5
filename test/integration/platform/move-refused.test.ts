import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, openOwnerSession } from '../../../server/src/move/owner-session.ts';
import { connectToTarget } from '../../../server/src/move/transport.ts';
import type { Wire } from '../../../server/src/move/wire.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { Clinic } from '../../support/clinic.ts';
import { startTestApi } from '../../support/test-api.ts';
import { Cell, cutAt, forging, moveKey, stateOf } from './move-ground.ts';

let source: Cell;
let target: Cell;
/** The port at which the target receives hospitals. */
let port: number;
let clinic: Clinic;

beforeAll(async () => {
  source = new Cell(await startTestApi(), moveKey);
  target = new Cell(await startTestApi(), moveKey);
  port = await target.receives();
  clinic = await Clinic.open(source.test);
}, 180_000);
afterAll(() => Promise.all([source.close(), target.close()]));

describe('a move is given up', () => {
  it('opens again when a transaction of anyone lasts longer, and says whose it is', async () => {
    const earlier = await openOwnerSession(source.ownerUrl, '');
    await inTransaction(earlier, 'BEGIN', async () => {
      const { rows } = await earlier.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const sending = source.sends(clinic.hospital.slug, port, { longestClosedMs: 500 });
      await expect(sending).rejects.toThrow(`process ${rows[0]?.pid} of the database (yunzhen-move`);
      expect(await stateOf(source, clinic.hospital)).toBe('open');
    });
    await earlier.end();
  });

  it('opens the hospital again when the operator stops it while it is closed', async () => {
    const { id, slug } = clinic.hospital;
    const folder = await mkdtemp(join(tmpdir(), 'yunzhen-move-'));
    const key = join(folder, 'move.key');
    await writeFile(key, moveKey.toString('base64'), { mode: 0o600 });
    const earlier = await openOwnerSession(source.ownerUrl, id);
    await inTransaction(earlier, 'BEGIN', async () => {
      await earlier.query('SELECT 1');
      const sending = source.starts([
        'send',
        `--hospital=${slug}`,
        `--key=${key}`,
        `--to=127.0.0.1:${port}`,
        '--address=https://new.example.test',
      ]);
      const ended = once(sending, 'close');
      await expect.poll(() => stateOf(source, clinic.hospital), { timeout: 60_000 }).toBe('closed');
      sending.kill('SIGINT');
      await ended;
      expect(await stateOf(source, clinic.hospital)).toBe('open');
      expect(sending.said.join('')).toContain('The move was stopped (SIGINT).');
    });
    await earlier.end();
    await rm(folder, { recursive: true });
  }, 120_000);
});

describe('a move is refused', () => {
  const sending = () => source.sends(clinic.hospital.slug, port);

  it('while calls are open, between different releases, and to a taken address', async () => {
    const { id, slug } = clinic.hospital;
    const visit = await clinic.admitted(await clinic.factory.patient(clinic.hospital));
    const [call] = await source.sql<{ id: string }>(
      `INSERT INTO call_session (id, hospital_id, visit_id, node_id, opened_at) VALUES ($1, $2, $3, 'node-1', now()) RETURNING id`,
      newId(),
      id,
      visit.id,
    );
    await expect(sending()).rejects.toThrow('1 calls are open');
    await source.sql('UPDATE call_session SET closed_at = now() WHERE id = $1', call?.id);

    await target.sql(`INSERT INTO schema_migration (timestamp, name) VALUES (1, 'Later1')`);
    await expect(sending()).rejects.toThrow('The source lacks the migration Later1');
    await target.sql(`DELETE FROM schema_migration WHERE name = 'Later1'`);

    const other = newId();
    await target.sql(
      `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at) VALUES ($1, $2, '{}', 'CN', 'UTC', 'en', now())`,
      other,
      slug,
    );
    await expect(sending()).rejects.toThrow(`the address ${slug}`);
    await target.sql('DELETE FROM hospital WHERE id = $1', other);
    expect(await stateOf(source, clinic.hospital)).toBe('open');
  }, 120_000);

  it('from a source that sends more than this hospital', async () => {
    const { id, slug } = clinic.hospital;
    const other = newId();
    const forged = (through: ReturnType<typeof forging>) => source.sends(slug, port, { through });
    await expect(forged(forging({ row: (text) => text.replaceAll(id, other) }))).rejects.toThrow('rows of another');
    for (const change of [{ id: other }, { slug: 'another' }, { demo_accounts: [{}] }])
      await expect(
        forged(forging({ ready: (sent) => ({ ...sent, hospital: { ...sent.hospital, ...change } }) })),
      ).rejects.toThrow('the row of another');
    const job = { id: newId(), name: 'tasks', data: { hospitalId: other } };
    await expect(forged(forging({ ready: (sent) => ({ ...sent, jobs: [...sent.jobs, job] }) }))).rejects.toThrow(
      'jobs of another',
    );
    expect(await target.sql('SELECT 1 FROM account WHERE hospital_id = $1', other)).toEqual([]);
    expect(await stateOf(source, clinic.hospital)).toBe('open');
  }, 120_000);

  it.each(['ISOLATED', 'DEMO_MODE'])(
    'from and to a copy or a demo (%s)',
    async (setting) => {
      const env = { [setting]: 'true' };
      const { code, said } = await source.runs(['give-up', `--hospital=${clinic.hospital.slug}`], env);
      expect([code, said.includes(`${setting}: `)]).toEqual([78, true]);
    },
    60_000,
  );

  it('to an installation that shows demo hospitals', async () => {
    const demo = newId();
    await target.sql(
      `INSERT INTO hospital (id, slug, name, jurisdiction, time_zone, locale, created_at, demo_accounts) VALUES ($1, 'demo', '{}', 'CN', 'UTC', 'en', now(), '[{}]')`,
      demo,
    );
    await expect(sending()).rejects.toThrow('open demo hospitals (demo)');
    await target.sql('DELETE FROM hospital WHERE id = $1', demo);
  });

  it('for a record that was changed while the first copy was verified', async () => {
    const { id } = await clinic.signed(await clinic.factory.patient(clinic.hospital));
    const [signature] = await source.sql<{ jws: string }>(
      'SELECT jws FROM prescription_signature WHERE prescription_id = $1',
      id,
    );
    const store = (jws = '') =>
      source.sql(
        `SET session_replication_role = 'replica'; UPDATE prescription_signature SET jws = '${jws}' WHERE prescription_id = '${id}'; SET session_replication_role = 'origin'`,
      );
    const jws = signature?.jws ?? '';
    let isChanged = false;
    const through = (wire: Wire) => {
      const send = wire.send.bind(wire);
      wire.send = async (message) => {
        if (!isChanged && (message as { ask?: string }).ask === 'verify') {
          isChanged = true;
          await store(`${jws.slice(0, -8)}AAAAAAAA`);
        }
        return send(message);
      };
      return wire;
    };
    await expect(source.sends(clinic.hospital.slug, port, { through })).rejects.toThrow('Not valid: prescription_sig');
    await store(jws);
  }, 120_000);

  it('until the one before has ended, and says so', async () => {
    const first = await connectToTarget({ host: '127.0.0.1', port }, moveKey);
    const sending = source.sends(clinic.hospital.slug, port, { through: cutAt('begin') });
    await expect.poll(() => source.said.at(-1)).toBe('Waiting for the target: another move runs there.');
    first.close();
    await expect(sending).rejects.toThrow('connection');
  });

  it('without the key of the target', async () => {
    await expect(connectToTarget({ host: '127.0.0.1', port }, Buffer.alloc(32))).rejects.toThrow('another key');
  });
});
