import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  readHospitalSettings,
  saveHospitalSettings,
} from '../../../shared/src/administration/hospital-settings.contract.ts';
import { buildApi } from '../../../server/src/api/app.ts';
import { jobsSchema } from '../../../server/src/platform/db/migrate.ts';
import { createLogger } from '../../../server/src/platform/logging/logger.ts';
import { Factory, type TestHospital, type TestPerson } from '../../support/factories.ts';
import { MailServer, type ReceivedMail } from '../../support/mail-server.ts';
import { acceptPastEntries } from '../../support/past-clock.ts';
import { runJob } from '../../support/run-job.ts';
import { createFigureScene, type FigureScene } from './figure-scene.ts';

const run = promisify(execFile);
const march = 'from=2026-03-01&to=2026-03-31';
let scene: FigureScene;
let mail: MailServer;
let folder: string;
/** The president of another hospital without any visits. */
let stranger: TestPerson;
let elsewhere: TestHospital;

beforeAll(async () => {
  mail = await MailServer.start();
  scene = await createFigureScene({ SMTP_URL: mail.url, MAIL_FROM: 'hospital@example.org' });
  await acceptPastEntries(scene.test.database);
  const factory = new Factory(scene.test);
  elsewhere = await factory.hospital('CN', 'Asia/Shanghai');
  await scene.test.database.admin.query(
    `UPDATE hospital SET name = '{"en":"Lakeside","zh":"湖畔医院"}' WHERE id = $1`,
    [elsewhere.id],
  );
  stranger = await factory.staff(elsewhere, 'president');
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-report-'));
});
afterAll(async () => {
  await scene.test.close();
  await mail.close();
  await rm(folder, { recursive: true });
});

async function textOf(pdf: Uint8Array): Promise<string> {
  const file = join(folder, 'report.pdf');
  await writeFile(file, pdf);
  const { stdout } = await run('pdftotext', ['-layout', file, '-']);
  return stdout.replaceAll(/ +/g, ' ');
}
const downloadReport = async (person: TestPerson, query = march) => {
  const answer = await person.client.raw('GET', `/api/metrics/report?${query}`);
  return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
};

describe('the report as PDF', () => {
  it('shows the month’s figures beside the previous month’s in both languages, with their definitions', async () => {
    const answer = await downloadReport(scene.president, `${march}&locale=en`);
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    const english = await textOf(answer.bytes);
    expect(english).toContain('March 2026');
    expect(english).toContain('compared with February 2026');
    expect(english).toMatch(/In short\s+50 visits were completed \(\S+ in the period before\)\./);
    expect(english).toMatch(/target ≥ 90% (met|nearly met|missed)/);
    for (const line of [/Requested 60 100.0% – 28/, /Dispensed 15 25.0%/, /Completed 50 83.3%/])
      expect(english).toMatch(line);
    expect(english).toMatch(/Completed visits: Visits completed by a doctor\./);
    expect(english).toMatch(/median[^]*5 min/);
    expect(english).toContain('Page 1 of');
    const chinese = await textOf((await downloadReport(scene.administrator, `${march}&locale=zh-CN`)).bytes);
    for (const words of ['测试医院', '运营报告', '2026年3月', '申请就诊', '候诊达标率', '指标含义'])
      expect(chinese).toContain(words);
  });

  it('of a hospital without visits says so in place of each chart, and shows one day as one date', async () => {
    const text = await textOf((await downloadReport(stranger, 'from=2026-03-05&to=2026-03-05&locale=en')).bytes);
    expect(text).toContain('No data for these days');
    expect(text).toMatch(/5 March 2026, compared with 4 March 2026/);
    expect(text).not.toContain('5 March 2026 –');
    expect(text).not.toMatch(/\b0%\s+0%/);
  });

  it('folds small counts like the pages and names neither patients nor doctors', async () => {
    const text = await textOf((await downloadReport(scene.president, `${march}&locale=en`)).bytes);
    // Two prescriptions were rejected for their dose: too few to show.
    expect(text).toMatch(/Dose suppressed/);
    // With two visits a day, a daily share or median would be of one or two cases.
    expect(text).toContain('Too few cases in each period');
    expect(text).not.toContain('No data for these days');
    for (const name of ['王芳', '李静', '张敏', 'Wang Fang', '李伟']) expect(text).not.toContain(name);
  });

  it('is per hospital, rejected for other roles and audited', async () => {
    const theirs = await textOf((await downloadReport(stranger, `${march}&locale=en`)).bytes);
    expect(theirs).toContain('Lakeside');
    expect(theirs).toMatch(/Requested 0/);
    for (const outsider of scene.outsiders) expect((await downloadReport(outsider)).status).toBe(403);
    expect((await downloadReport(scene.president, 'from=2026-03-02&to=2026-03-01')).status).toBe(400);
    const { rows } = await scene.test.database.admin.query<{ n: number; denied: number }>(
      `SELECT count(*) FILTER (WHERE action = 'metrics.exported' AND entity_id = 'report')::int AS n,
         count(*) FILTER (WHERE action = 'access.denied' AND entity = 'readReport')::int AS denied
       FROM audit_event WHERE hospital_id = $1`,
      [scene.hospital.id],
    );
    // An invalid range counts as a denied access too.
    expect(rows[0]).toEqual({ n: 3, denied: scene.outsiders.length + 1 });
  });
});

describe('the monthly report by mail', () => {
  const addresses = new Map<string, string>();
  async function reachable(person: TestPerson, locale: string, confirmed = true): Promise<string> {
    const address = `${person.accountId}@example.org`;
    await scene.test.database.admin.query(
      `UPDATE account SET email = $2, locale = $3, email_confirmed_at = CASE WHEN $4 THEN now() END WHERE id = $1`,
      [person.accountId, address, locale, confirmed],
    );
    addresses.set(person.accountId, address);
    return address;
  }
  /** Saves the setting while the clock is at the time of the tokens. */
  async function choose(person: TestPerson, monthlyReport: 'nobody' | 'presidents' | 'presidents-and-administrators') {
    moveTo(new Date());
    const { version, settings } = await person.client.ok(readHospitalSettings);
    await person.client.ok(saveHospitalSettings, { version, body: { ...settings, monthlyReport } });
  }
  const moveTo = (at: Date) => scene.test.clock.advance(at.getTime() - scene.test.clock.now().getTime());
  const sendDue = () => runJob(scene.test, scene.hospital.id, 'send-monthly-reports');
  const pdfOf = ({ raw }: ReceivedMail) => {
    const [, part = ''] = /filename="?figures-2026-03\.pdf"?[^]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(raw) ?? [];
    return Buffer.from(part, 'base64');
  };

  it('arrives once on the first morning, for the recipients of the settings, in their language', async () => {
    const factory = new Factory(scene.test);
    const unconfirmed = await factory.staff(scene.hospital, 'president');
    const english = await reachable(scene.president, 'en');
    const chinese = await reachable(scene.administrator, 'zh-CN');
    const never = await reachable(unconfirmed, 'en', false);
    const theirs = await reachable(stranger, 'en');
    const all = () => [english, chinese, never, theirs].map((address) => mail.count(address));

    moveTo(new Date('2026-03-31T23:00:00Z'));
    await sendDue();
    expect(all()).toEqual([0, 0, 0, 0]);

    await choose(scene.administrator, 'presidents-and-administrators');
    moveTo(new Date('2026-03-31T21:30:00Z'));
    await sendDue();
    expect(all()).toEqual([0, 0, 0, 0]);

    moveTo(new Date('2026-03-31T22:30:00Z'));
    await Promise.all([sendDue(), sendDue()]);
    const [first, second] = [await mail.next(english), await mail.next(chinese)];
    expect(first.subject).toBe('Monthly report of Test Hospital');
    expect(second.subject).toBe('测试医院月度运营报告');
    const [englishText, chineseText] = [await textOf(pdfOf(first)), await textOf(pdfOf(second))];
    expect(englishText).toMatch(/Requested 60 100.0% – 28/);
    expect(englishText).toContain('March 2026');
    expect(chineseText).toMatch(/申请就诊 60 100.0%/);

    moveTo(new Date('2026-04-02T03:00:00Z'));
    await sendDue();
    await expect
      .poll(async () => (await scene.test.database.admin.query('SELECT 1 FROM message_attachment')).rowCount)
      .toBe(0);
    expect(all()).toEqual([1, 1, 0, 0]);
  });

  it('is recorded with its mail in one transaction, and once when two processes send it', async () => {
    const { test, hospital, president } = scene;
    const { admin } = test.database;
    const address = addresses.get(president.accountId) ?? '';
    const before = mail.count(address);
    const notifications = async () =>
      (await admin.query(`SELECT 1 FROM notification WHERE dedupe = 'monthly-report 2026-04'`)).rowCount;
    moveTo(new Date('2026-04-30T22:30:00Z'));
    // The state after a process that died before its last statement.
    await admin.query(
      `CREATE FUNCTION fall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'fallen'; END $$`,
    );
    await admin.query('CREATE TRIGGER fall BEFORE INSERT ON message_attachment FOR EACH ROW EXECUTE FUNCTION fall()');
    const first = runJob(test, hospital.id, 'send-monthly-reports');
    const failed = async () =>
      (await admin.query(`SELECT 1 FROM ${jobsSchema}.job WHERE name = 'send-monthly-reports' AND state = 'retry'`))
        .rowCount;
    await expect.poll(failed, { timeout: 20_000 }).toBe(1);
    expect([await notifications(), mail.count(address)]).toEqual([0, before]);
    await admin.query('DROP TRIGGER fall ON message_attachment');

    const other = await buildApi({
      settings: test.settings,
      log: createLogger({ name: 'other', level: 'silent' }),
      clock: test.clock,
      source: test.source,
    });
    await other.jobs.start();
    try {
      await Promise.all([first, ...Array.from({ length: 3 }, () => runJob(test, hospital.id, 'send-monthly-reports'))]);
      await mail.next(address, before);
      await expect.poll(async () => (await admin.query('SELECT 1 FROM message_attachment')).rowCount).toBe(0);
      expect([await notifications(), mail.count(address)]).toEqual([2, before + 1]);
    } finally {
      await other.close();
    }
  });
});
