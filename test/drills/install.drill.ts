import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { chromiumArgs, wholeChromiumPath } from '../e2e/support/chromium.ts';
import { expect } from '../e2e/support/expect.ts';
import { freePorts } from '../support/free-port.ts';
import { IdentityService } from '../support/identity-service.ts';
import { MailServer } from '../support/mail-server.ts';
import { trustAuthorities } from './browser-trust.ts';
import { holdVisit, openHospital } from './install/first-visit.ts';
import { blockOf } from './install/guide.ts';
import { Machine } from './install/machine.ts';
import { openRecord, savePdf } from './install/patient.ts';
import { Steps } from './install/steps.ts';

/**
 * `npm run drill -- install [ARCHIVE]`: follows docs/operations/install.md and backup-and-restore.md with a Unix user of its own, from the bundle to a
 * visit with a signed prescription over TLS, and to the record in a restored copy. Commands and settings are those of the pages.
 */
const say = (text: string) => void process.stdout.write(`${text}\n`);
const needed = { caddy: 'caddy', 'libnss3-tools': 'certutil', 'poppler-utils': 'pdfsig', curl: 'curl' };
const missing = Object.entries(needed).filter(([, program]) => spawnSync(program, ['--help']).error !== undefined);
if (missing.length > 0) {
  say(`Install these packages of Debian first: apt-get install ${missing.map(([name]) => name).join(' ')}`);
  process.exit(1);
}
if (process.getuid?.() !== 0) {
  say('A user of its own needs root.');
  process.exit(1);
}

const domain = 'clinic.yunzhen.test';
const address = '127.0.0.77';
const program = '/opt/yunzhen/bin/yunzhen';
const steps = new Steps();
const base = await mkdtemp(join(tmpdir(), 'yunzhen-drill-'));
// The user of the programs must reach its folders.
await chmod(base, 0o755);
for (const folder of ['opt', 'etc', 'var/lib', 'run', 'media/usb'])
  await mkdir(join(base, folder), { recursive: true });
const ports = await freePorts(10);
const mail = await MailServer.start();
const register = await IdentityService.start();
const archive = process.argv[3] ?? (await steps.run('make the bundle', makeBundle));
const machine = new Machine({ base, user: `yunzhen-${process.pid}`, domain, archive });
const data = machine.at('var/lib/yunzhen');
const pdf = join(base, 'prescription.pdf');

try {
  await install();
  let stop = await steps.run('start everything', () => machine.start(`as_yunzhen ${program}`, data));
  await steps.run('start Caddy with its own authority', startProxy);
  await steps.run('set up backups and restart', async () => {
    await prepareBackups();
    await stop();
    stop = await machine.start(`as_yunzhen ${program}`, data);
  });
  const browser = await chromium.launch({
    executablePath: wholeChromiumPath,
    args: [...chromiumArgs({ speaking: true }), `--host-resolver-rules=MAP ${domain} ${address}`],
    env: { ...process.env, HOME: join(base, 'home') },
  });
  try {
    process.env['YUNZHEN_E2E_URL'] = `https://${domain}`;
    const links = (await readFile(machine.logFile, 'utf8')).match(/https:\/\/\S+\/operator\/invitation\/\S+/g);
    const world = { browser, mail, register, steps };
    const people = await openHospital(world, links?.at(-1) ?? '');
    const visitId = await holdVisit(world, people, { pdf, folder: base });
    await restore(browser, visitId);
  } catch (error) {
    await photograph(browser);
    throw error;
  } finally {
    await browser.close();
  }
  await stop();
  console.table(steps.table);
} catch (error) {
  say(String(error));
  say(spawnSync('tail', ['-n', '40', machine.logFile], { encoding: 'utf8' }).stdout);
  process.exitCode = 1;
} finally {
  await machine.remove();
  await Promise.all([mail.close(), register.close()]);
  await rm(base, { recursive: true, force: true });
}
process.exit();

function makeBundle(): string {
  const main = join(import.meta.dirname, '../../scripts/main.ts');
  execFileSync(process.execPath, [main, 'bundle', base], { stdio: ['ignore', 'ignore', 'inherit'] });
  return globSync(join(base, '*.tar.gz'))[0] ?? '';
}

async function install(): Promise<void> {
  await steps.run('unpack the bundle, create the user and the folders', () =>
    machine.run(blockOf('install', 'useradd')),
  );
  const guide = blockOf('install', '# /etc/yunzhen/yunzhen.env').replaceAll('clinic.example.org', domain);
  await writeFile(machine.at('etc/yunzhen/yunzhen.env'), guide.replaceAll('/var/lib/yunzhen', data));
  const outside = Object.values(networkInterfaces()).flat();
  const reached = outside.find((each) => each?.family === 'IPv4' && !each.internal)?.address;
  // Other programs of this machine may use the usual ports.
  const [port = 0, metrics = 0, media = 0, mediaMetrics = 0, rtc = 0] = ports;
  await machine.set({
    SMTP_URL: mail.url,
    OPERATOR_INVITE: 'operator@mail.test',
    IDENTITY_SERVICE_URL: register.url,
    IDENTITY_SERVICE_TOKEN: register.token,
    RTC_ANNOUNCED_ADDRESS: reached ?? '127.0.0.1',
    PORT: String(port),
    METRICS_PORT: String(metrics),
    MEDIA_PORT: String(media),
    MEDIA_METRICS_PORT: String(mediaMetrics),
    RTC_PORT: String(rtc),
  });
}

/** Starts the proxy, makes the browser trust its authority, and waits until everything is reached through it. */
async function startProxy(): Promise<void> {
  const [api = 0, , media = 0] = ports;
  const authority = await machine.startProxy(address, { api, media });
  await trustAuthorities(join(base, 'home'), { caddy: authority });
  const curl = ['--silent', '--cacert', authority, '--resolve', `${domain}:443:${address}`, `https://${domain}/readyz`];
  const readiness = () =>
    promisify(execFile)('curl', curl).then(
      ({ stdout }) => stdout,
      () => '',
    );
  await expect.poll(readiness).toMatch(/"status":"ready".*"calls":"available"/);
}

/** Makes the key pair and the settings of backups. */
async function prepareBackups(): Promise<void> {
  const made = machine.run(`${program} backup --new-key=/media/usb/yunzhen-backup.key`);
  const target = machine.at('backup');
  machine.run(`install -d -m 700 -o yunzhen -g yunzhen ${target}`);
  await machine.set({ BACKUP_TARGET: target, BACKUP_RECIPIENTS: /BACKUP_RECIPIENTS=(\S+)/.exec(made)?.[1] ?? '' });
  machine.run('install -m 600 /var/lib/yunzhen/secrets.json /media/usb/');
}

/** Restores to this moment into another folder, and reads the record in a copy that runs beside the hospital. */
async function restore(browser: Browser, visitId: string): Promise<void> {
  await steps.run('a backup is made now', () => machine.runAs(`as_yunzhen ${program} backup`));
  const copy = machine.at('var/lib/yunzhen-restored');
  await steps.run('the backup is restored to this moment into another folder', async () => {
    const now = new Date(Date.now() - 1_000).toISOString();
    // The log of this moment is archived within two seconds.
    await expect.poll(() => archivedSince(now)).toBe(true);
    machine.runAs(blockOf('backup-and-restore', 'restore --to=').replace('2026-11-29T14:03:00+08:00', now));
  });
  const ofCopy = ports.slice(5);
  const stop = await steps.run('the copy starts beside the hospital', () => {
    const usual = ['8180', '9190', '8181', '9191', '41000'];
    const command = usual.reduce(
      (text, port, index) => text.replaceAll(port, String(ofCopy[index])),
      blockOf('backup-and-restore', 'ISOLATED=true'),
    );
    return machine.start(command, copy);
  });
  await steps.run('record and PDF are in the copy, and every chain verifies', async () => {
    process.env['YUNZHEN_E2E_URL'] = `http://localhost:${ofCopy[0]}`;
    const page = await openRecord(browser, visitId);
    await expect(page.getByText('Rest, fluids, paracetamol.')).toBeVisible();
    await savePdf(page, join(base, 'restored.pdf'));
    expect((await readFile(join(base, 'restored.pdf'))).equals(await readFile(pdf))).toBe(true);
    const chains = machine.runAs(`as_yunzhen env DATA_DIR=${copy} ${program} audit:verify`);
    expect(chains).toMatch(/^riverside: \d+ entries follow on from each other/m);
  });
  await stop();
}

/** Returns whether the log up to this time is in the backups, as the state of the backup program says. */
async function archivedSince(time: string): Promise<boolean> {
  const state = await readFile(join(data, 'backup-state.json'), 'utf8').catch(() => '{}');
  return String((JSON.parse(state) as { logAt?: string }).logAt) > time;
}

/** Saves what each person saw when a step failed. */
async function photograph(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const folder = await mkdtemp(join(tmpdir(), 'yunzhen-drill-failed-'));
  for (const [index, page] of pages.entries()) await page.screenshot({ path: join(folder, `${index}.png`) });
  say(`pictures of the pages: ${folder}`);
}
