import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchRecordExport } from '../../../shared/src/records/record-exports.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { listen, type RecordListener } from '../../support/record-socket.ts';
import { valkeyProgram, ValkeyServer } from '../../support/valkey-server.ts';
import { waitingVisit } from '../../support/visit-steps.ts';

/* With a real server where it is installed (Debian: valkey-server). */
describe.skipIf(!valkeyProgram)(`two apis over Valkey${valkeyProgram ? '' : ' (skipped: not installed)'}`, () => {
  let valkey: ValkeyServer;
  let first: ApiProcess;
  let second: ApiProcess;
  let factory: Factory;
  let hospital: TestHospital;
  let doctor: TestPerson & { practitionerId: string };
  /** Pages of the doctor at each api. */
  let own: RecordListener;
  let other: RecordListener;
  /** Visits of the doctor. */
  let created: string[];
  /** Notifications by which Postgres wakes processes. */
  let notified: string[];

  beforeAll(async () => {
    valkey = await ValkeyServer.start();
    first = await ApiProcess.start({
      REDIS_URL: valkey.url,
      RATE_LIMIT_FACTOR: '1',
      // No change comes with a heartbeat by chance, or because rows are read soon after another one.
      TIMEOUTS: 'processes.heartbeat=20000 processes.readSoon=20000 processes.silentAfter=60000',
    });
    second = await first.startBeside();
    factory = new Factory(first);
    hospital = await factory.hospital();
    first.wire.watch(({ sql, parameters }) => {
      if (sql.includes('pg_notify') && /yunzhen_processes(?!_)/.test(parameters)) notified.push(parameters);
    });
  });
  beforeEach(async () => {
    [notified, created] = [[], []];
    await bus('available');
    doctor = await factory.doctor(hospital);
    own = await listen(first.url, doctor.accessToken);
    other = await listen(second.url, doctor.accessToken);
  });
  afterEach(() => {
    own.close();
    other.close();
  });
  afterAll(async () => {
    await second.kill();
    await first.close();
    await valkey.close();
  });

  const readiness = async (api: ApiProcess) => {
    const answer = await fetch(`${api.url}/readyz`);
    return [answer.status, ((await answer.json()) as { bus: string }).bus];
  };
  const bus = (state: 'available' | 'degraded') =>
    expect
      .poll(() => Promise.all([first, second].map(readiness)))
      .toEqual([
        [200, state],
        [200, state],
      ]);

  /** Patients start to wait for the doctor, by requests to the first api. */
  async function changes(count: number): Promise<void> {
    for (let n = 0; n < count; n++)
      created.push((await waitingVisit(hospital, await factory.patient(hospital), doctor)).id);
  }
  const messages = ({ heard }: RecordListener) => heard.map(({ messageId }) => messageId).toSorted();

  const missing = (page: RecordListener, from: RecordListener) =>
    messages(from).filter((id) => !messages(page).includes(id));

  /** Expects that the page at the other api got what the one at the changing api got, each once, and never needed to refetch. */
  async function expectSame(): Promise<void> {
    await expect.poll(() => created.filter((id) => !own.heard.some((message) => message.id === id))).toEqual([]);
    await expect.poll(() => [missing(other, own), missing(own, other)]).toEqual([[], []]);
    expect(new Set(messages(other)).size).toBe(other.heard.length);
    expect(other.socket.connected).toBe(true);
    for (const page of [own, other]) expect(page.covered.map(({ whole }) => whole)).not.toContain(false);
  }

  /** Returns the notifications that a change caused. A process that had to wait too long for its turn sends one as well, so try again then. */
  const notifiedOfChange = async () => {
    await bus('available');
    notified = [];
    await changes(1);
    await expectSame();
    return notified;
  };
  const expectNoNotification = () => expect.poll(notifiedOfChange, { timeout: 60_000 }).toEqual([]);

  it('receive changes of each other without a notification of the database', async () => {
    await expectNoNotification();
  });

  it('lose nothing and refetch nothing when it is killed and comes back', async () => {
    await changes(1);
    const during = changes(3);
    await valkey.kill();
    await during;
    await bus('degraded');
    await changes(1);
    await expectSame();
    expect(notified.length).toBeGreaterThan(0);
    const back = changes(2);
    await valkey.startAgain();
    await back;
    await expectNoNotification();
  });

  it('go through the database while it does not answer', async () => {
    valkey.freeze();
    try {
      await changes(1);
      await expectSame();
      expect(await readiness(first)).toEqual([200, 'degraded']);
    } finally {
      valkey.resume();
    }
  });

  it('reach an api without this setting, too', async () => {
    const third = await first.startBeside({ REDIS_URL: '' });
    const page = await listen(third.url, doctor.accessToken);
    await changes(1);
    await expectSame();
    // Changes of an earlier test may reach a new page late, through the database.
    await expect.poll(() => [page.heard.length > 0, missing(page, own)]).toEqual([true, []]);
    page.close();
    await third.stop();
  });

  it('verify its certificate where the address asks for TLS', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yunzhen-valkey-'));
    const tls = { key: join(folder, 'key.pem'), certificate: join(folder, 'certificate.pem') };
    execFileSync(
      'openssl',
      `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=valkey -addext subjectAltName=IP:127.0.0.1 -keyout ${tls.key} -out ${tls.certificate}`.split(
        ' ',
      ),
      { stdio: 'ignore' },
    );
    const server = await ValkeyServer.start(tls);
    const third = await first.startBeside({ REDIS_URL: server.url, NODE_EXTRA_CA_CERTS: tls.certificate });
    await expect.poll(() => readiness(third)).toEqual([200, 'available']);
    await third.stop();
    await server.close();
    await rm(folder, { recursive: true });
  });

  it('count requests to both, and each its own while it is away', async () => {
    // The limit of this route is 20 a minute.
    const ask = async (api: ApiProcess) => {
      const options = { params: { hospital: hospital.slug, exportId: newId() }, query: { key: 'k'.repeat(43) } };
      return (await new TestClient(api.url).call(fetchRecordExport, options)).status;
    };
    const asked = new Map([first, second].map((api) => [api, 0]));
    /** Asks one after the other until one rejects; returns how many were asked. */
    const askUntilRejected = async (...apis: ApiProcess[]) => {
      for (let n = 0; ; n++) {
        const api = apis[n % apis.length] ?? first;
        asked.set(api, (asked.get(api) ?? 0) + 1);
        const status = await ask(api);
        if (status === 429) return n + 1;
        expect(status).toBe(410);
      }
    };
    // On a busy machine some are not counted together in time; two limits of their own would reject the 41st.
    const together = await askUntilRejected(first, second);
    expect(together).toBeGreaterThanOrEqual(21);
    expect(together).toBeLessThan(40);
    await valkey.kill();
    await bus('degraded');
    for (const api of [first, second]) {
      await askUntilRejected(api);
      expect(asked.get(api)).toBe(21);
    }
    await valkey.startAgain();
  });
});
