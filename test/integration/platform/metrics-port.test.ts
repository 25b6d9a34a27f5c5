import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inviteStaff } from '../../../shared/src/directory/staff.contract.ts';
import { readVisit } from '../../../shared/src/visits/visits.contract.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { jobsSchema } from '../../../server/src/platform/db/migrate.ts';
import { ApiProcess } from '../../support/api-process.ts';
import { Factory, type TestHospital } from '../../support/factories.ts';
import { freePort } from '../../support/free-port.ts';
import { MailServer } from '../../support/mail-server.ts';
import { Scrape } from '../../support/metrics-port.ts';
import { waitingVisit } from '../../support/visit-steps.ts';
import { callEvent, NodeVoice, placeOn } from '../calls/media-nodes.ts';

const patience = { timeout: 30_000, interval: 200 };

let mail: MailServer;
let api: ApiProcess;
let factory: Factory;
let hospital: TestHospital;
const scrape = () => Scrape.of(api.settings.METRICS_PORT);

beforeAll(async () => {
  mail = await MailServer.start();
  api = await ApiProcess.start({
    METRICS_PORT: String(await freePort()),
    SMTP_URL: mail.url,
  });
  factory = new Factory(api);
  hospital = await factory.hospital();
});
afterAll(async () => {
  await api.close();
  await mail.close();
});

describe('the metrics port of the api', () => {
  it('counts and times requests by the pattern of their route, and errors by code', async () => {
    const patient = await factory.patient(hospital);
    const labels = { method: 'GET', route: '/api/visits/:visitId' };
    for (let n = 0; n < 3; n++) await patient.client.call(readVisit, { params: { visitId: newId() } });
    await fetch(`${api.url}/api/nothing/${newId()}`);
    // A request is counted once its answer has left, which may be after a scrape that the client sends then.
    const counts = async () => {
      const figures = await scrape();
      return [
        figures.sum('yunzhen_http_requests_total', { ...labels, status: '404' }),
        figures.sum('yunzhen_http_errors_total', { ...labels, code: 'resource.not-found' }),
        figures.sum('yunzhen_http_request_seconds_count', labels),
        figures.sum('yunzhen_http_requests_total', { route: 'unmatched', status: '404' }),
      ];
    };
    await expect.poll(counts, patience).toEqual([3, 3, 3, 1]);
  });

  it('has no id, name or address of a person in any label', async () => {
    const { text } = await scrape();
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
    expect(text).not.toMatch(/李伟|Li Wei|@example\.test/);
  });

  it('says how the pool and the bus are doing', async () => {
    await expect.poll(async () => (await scrape()).sum('yunzhen_bus_echo_seconds'), patience).not.toBeNull();
    // The api's own jobs may fill its pool for a moment.
    await expect.poll(async () => (await scrape()).sum('yunzhen_db_pool_waiting'), patience).toBe(0);
    const figures = await scrape();
    expect(figures.sum('yunzhen_bus_deaf')).toBe(0);
    expect(figures.sum('yunzhen_bus_connected')).toBe(1);
    expect(figures.sum('yunzhen_db_pool_max')).toBe(10);
    expect(figures.sum('yunzhen_db_checkout_seconds_count')).toBeGreaterThan(0);
    expect(figures.sum('yunzhen_disk_free_bytes')).toBeGreaterThan(0);
    expect(figures.sum('yunzhen_ready', { part: 'database' })).toBe(1);
    expect(figures.sum('yunzhen_ready', { part: 'calls' })).toBe(0);
    expect(figures.sum('yunzhen_backup_age_seconds')).toBeNull();
  });

  it('counts waiting patients, and runs of the job that counts them', async () => {
    await waitingVisit(hospital, await factory.patient(hospital), await factory.doctor(hospital));
    await api.database.admin.query(`INSERT INTO ${jobsSchema}.job (name, data) VALUES ('tend-waiting-rooms', '{}')`);
    await expect.poll(async () => (await scrape()).sum('yunzhen_waiting_patients'), patience).toBe(1);
    const job = { job: 'tend-waiting-rooms' };
    const { rows: schedules } = await api.database.admin.query(
      `SELECT cron, timezone FROM ${jobsSchema}.schedule WHERE name = $1`,
      [job.job],
    );
    expect(schedules).toEqual([{ cron: '* * * * *', timezone: 'UTC' }]);
    // The job counts the patients before its own run is counted.
    const completed = async () => (await scrape()).sum('yunzhen_job_runs_total', { ...job, outcome: 'completed' });
    await expect.poll(completed, patience).toBeGreaterThan(0);
    const figures = await scrape();
    expect(figures.sum('yunzhen_schedule_period_seconds', job)).toBe(60);
    expect(figures.sum('yunzhen_schedule_last_success_timestamp_seconds', job)).toBeGreaterThan(1_700_000_000);
    expect(figures.sum('yunzhen_jobs_due', job)).not.toBeNull();
  });

  it('counts mail that was delivered and mail that will be tried again', async () => {
    const { client } = await factory.staff(hospital, 'administrator');
    const invite = () =>
      client.ok(inviteStaff, {
        body: {
          id: newId(),
          email: `${newId()}@example.test`,
          name: '赵敏',
          roles: ['president'],
          locale: 'en',
          practitioner: null,
        },
      });
    await invite();
    const sent = (outcome: string) => async () =>
      (await scrape()).sum('yunzhen_messages_total', { channel: 'mail', outcome });
    await expect.poll(sent('delivered'), patience).toBeGreaterThan(0);
    mail.refusals.push(451);
    await invite();
    await expect.poll(sent('retried'), patience).toBe(1);
  });

  it('counts a call that starts and a participant who drops once, however often the event arrives', async () => {
    const visit = await waitingVisit(hospital, await factory.patient(hospital), await factory.doctor(hospital));
    const node = new NodeVoice(api, 'counted');
    await node.beat();
    const about = { hospitalId: hospital.id, id: visit.id };
    await placeOn(api, about, node.id);
    const opened = callEvent(about, 'room-opened');
    const left = callEvent(about, 'participant-left', { reason: 'disconnected' });
    await node.tell(opened, left);
    await node.tell(opened, left);
    const figures = await scrape();
    expect(figures.sum('yunzhen_call_events_total', { event: 'started' })).toBe(1);
    expect(figures.sum('yunzhen_call_events_total', { event: 'dropped' })).toBe(1);
  });

  it('is the only one that shows metrics', async () => {
    expect(await (await fetch(`${api.url}/metrics`)).text()).not.toContain('# HELP');
    expect((await scrape()).text).toContain('# HELP');
  });
});

describe('a database that does not answer', () => {
  it('leaves out the backlog of jobs only', async () => {
    const held = api.wire.halt({ when: 'before', at: ({ sql }) => sql.includes('"oldestSeconds"') });
    const figures = await scrape();
    await held;
    expect(figures.sum('yunzhen_jobs_due')).toBeNull();
    expect(figures.sum('yunzhen_http_requests_total')).toBeGreaterThan(0);
  });
});

describe('a bus whose notifications get lost', () => {
  it('is shown as deaf', async () => {
    api.wire.deafen();
    await expect.poll(async () => (await scrape()).sum('yunzhen_bus_deaf'), patience).toBe(1);
    expect((await scrape()).sum('yunzhen_bus_connected')).toBe(1);
  });
});
