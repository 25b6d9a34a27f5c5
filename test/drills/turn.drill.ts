import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { chromium, type Page } from '@playwright/test';
import { expectPictureAndSound } from '../e2e/support/call-stage.ts';
import { benchArgs, wholeChromiumPath } from '../e2e/support/chromium.ts';
import { admit } from '../e2e/support/doctor-steps.ts';
import { startInstallation } from '../e2e/support/installation.ts';
import { goToWaitingRoom } from '../e2e/support/patient-steps.ts';
import { Person, signIn } from '../e2e/support/person.ts';
import { freePorts } from '../support/free-port.ts';
import { trustAuthorities } from './browser-trust.ts';
import { addresses, NarrowNetwork } from './turn/narrow-network.ts';

/**
 * `npm run drill -- turn`: a patient whose network lets out nothing but TCP to port 443 has a call. Caddy and coturn run with the configuration of the
 * deployment, with TLS of a certificate authority that the browser knows. Goal: picture and sound both ways, relayed.
 */
const names = { pages: 'visits.localhost', relay: 'relay.localhost' };
const say = (text: string) => void process.stdout.write(`${text}\n`);
const run = promisify(execFile);
const docker = (file: string) => new URL(`../../docker/${file}`, import.meta.url);
const needed = { caddy: 'caddy', coturn: 'turnserver', nftables: 'nft', iproute2: 'ip', 'libnss3-tools': 'certutil' };
const missing = Object.entries(needed).filter(([, program]) => spawnSync(program, ['--help']).error !== undefined);
if (missing.length > 0) {
  say(`Install these packages of Debian first: apt-get install ${missing.map(([name]) => name).join(' ')}`);
  process.exit(1);
}
if (process.getuid?.() !== 0) {
  say('A network namespace needs root.');
  process.exit(1);
}

const base = await mkdtemp(join(tmpdir(), 'yunzhen-drill-'));
const home = join(base, 'home');
const started: ChildProcess[] = [];
const network = await NarrowNetwork.make(base);
const secret = randomBytes(24).toString('hex');
const [port = 0, mediaPort = 0] = await freePorts(2);

/** Starts a program and resolves when that address accepts connections. */
async function serve(program: string, options: readonly string[], at: string, env: Record<string, string> = {}) {
  const child = spawn(program, options, { env: { PATH: process.env['PATH'], HOME: base, ...env }, stdio: 'ignore' });
  started.push(child);
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    if (await accepts(at)) return;
    await delay(100);
  }
}

function accepts(host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: 443 }, () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}

/** Makes a certificate authority and a certificate of the relay. */
async function certify(): Promise<void> {
  const openssl = (...options: string[]) => run('openssl', options, { cwd: base });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const authority = ['-subj', '/CN=Drill', '-keyout', 'authority-key.pem', '-out', 'authority.pem'];
  await openssl('req', '-x509', ...key, ...authority, '-days', '2');
  await openssl('req', ...key, '-subj', `/CN=${names.relay}`, '-keyout', 'turn-key.pem', '-out', 'turn.csr');
  await writeFile(join(base, 'names'), `subjectAltName=DNS:${names.relay}\nextendedKeyUsage=serverAuth\n`);
  const signer = ['-CA', 'authority.pem', '-CAkey', 'authority-key.pem', '-CAcreateserial', '-days', '2'];
  await openssl('x509', '-req', '-in', 'turn.csr', '-out', 'turn.pem', '-extfile', 'names', ...signer);
}

async function startRelay(): Promise<void> {
  await serve(
    'turnserver',
    [
      '-c',
      docker('turnserver.conf').pathname,
      `--listening-ip=${addresses.relay}`,
      `--relay-ip=${addresses.relay}`,
      '--tls-listening-port=443',
      `--cert=${join(base, 'turn.pem')}`,
      `--pkey=${join(base, 'turn-key.pem')}`,
      '--realm=turn.test',
      `--static-auth-secret=${secret}`,
      `--allowed-peer-ip=${addresses.pages}`,
      `--pidfile=${join(base, 'turn.pid')}`,
      `--userdb=${join(base, 'turn.db')}`,
    ],
    addresses.relay,
  );
}

/** Starts Caddy with the deployment's file. It makes certificates for names below `localhost` itself. */
async function startCaddy(): Promise<void> {
  const file = join(base, 'Caddyfile');
  const sites = (await readFile(docker('Caddyfile'), 'utf8')).replace('media:8081', `127.0.0.1:${mediaPort}`);
  await writeFile(file, `{\n\tadmin off\n\tskip_install_trust\n\tdefault_bind ${addresses.pages}\n}\n${sites}`);
  await serve('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], addresses.pages, {
    XDG_DATA_HOME: base,
    XDG_CONFIG_HOME: base,
    DOMAIN: names.pages,
    API_UPSTREAMS: `127.0.0.1:${port}`,
  });
}

/** Makes the browser's user trust both certificate authorities. */
async function trust(): Promise<void> {
  const caddyRoot = join(base, 'caddy/pki/authorities/local/root.crt');
  while (!existsSync(caddyRoot)) await delay(100);
  await trustAuthorities(home, { relay: join(base, 'authority.pem'), pages: caddyRoot });
}

/** `executablePath` may run the browser in the namespace. */
function browser(executablePath: string) {
  const map = [`MAP ${names.pages} ${addresses.pages}`, `MAP ${names.relay} ${addresses.relay}`].join(', ');
  return chromium.launch({
    executablePath,
    args: [...benchArgs, `--host-resolver-rules=${map}`],
    env: { ...process.env, HOME: home },
  });
}

/** Keeps the page's peer connections, so that the drill can ask them how they are connected. */
async function keepConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: RTCPeerConnection[] = [];
    const Original = RTCPeerConnection;
    Object.assign(globalThis, {
      keptConnections: kept,
      RTCPeerConnection: class extends Original {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          kept.push(this);
        }
      },
    });
  });
}

/** Returns the kind of each selected local candidate with the protocol to the relay, for example `relay over tls`. */
function paths(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const kept = (globalThis as unknown as { keptConnections: RTCPeerConnection[] }).keptConnections;
    const found: string[] = [];
    for (const connection of kept.filter((each) => each.connectionState === 'connected')) {
      const stats = [...(await connection.getStats()).values()] as Record<string, string>[];
      const transport = stats.find(({ type }) => type === 'transport');
      const pair = stats.find(({ id }) => id === transport?.['selectedCandidatePairId']);
      const local = stats.find(({ id }) => id === pair?.['localCandidateId']);
      found.push(`${local?.['candidateType']} over ${local?.['relayProtocol']}`);
    }
    return found;
  });
}

let failed = true;
const installation = await startInstallation({
  PORT: String(port),
  MEDIA_PORT: String(mediaPort),
  PUBLIC_URL: `https://${names.pages}`,
  MEDIA_PUBLIC_URL: `https://${names.pages}/media/node-1`,
  WEB_ORIGIN: `https://${names.pages}`,
  CALL_ORIGINS: `https://${names.pages} wss://${names.pages}`,
  TRUST_PROXY: '1',
  RTC_LISTEN: addresses.pages,
  MEDIA_WORKERS: '1',
  TURN_URLS: `turns:${names.relay}:443?transport=tcp`,
  TURN_SECRET: secret,
});
try {
  await certify();
  await Promise.all([startRelay(), startCaddy()]);
  await trust();
  process.env['YUNZHEN_E2E_URL'] = `https://${names.pages}`;
  const outside = await browser(wholeChromiumPath);
  const narrow = await browser(await network.wrap(wholeChromiumPath, join(base, 'narrow-browser')));
  const hospital = 'Lakeside Clinic';
  const patient = await Person.arrive(narrow, { device: 'phone' });
  await keepConnections(patient.page);
  await signIn(patient.page, 'Patient', hospital);
  const doctor = await Person.arrive(outside);
  await signIn(doctor.page, 'Doctor', hospital);
  say('the patient’s browser reaches TCP port 443 and nothing else');
  await goToWaitingRoom(patient.page, 'Clara Brunner');
  const admittedAt = performance.now();
  await admit(doctor.page, 'Nora Lindqvist');
  await Promise.all([patient, doctor].map(({ page }) => expectPictureAndSound(page)));
  say(`picture and sound on both sides ${((performance.now() - admittedAt) / 1000).toFixed(1)} s after "Admit"`);
  const found = await paths(patient.page);
  say(`the patient’s connections: ${found.join(', ')}; ${await network.droppedUdp()} UDP packets dropped`);
  failed = found.length === 0 || found.some((path) => path !== 'relay over tls');
  await Promise.all([outside.close(), narrow.close()]);
} finally {
  await installation.stop();
  for (const child of started) child.kill('SIGKILL');
  await network.remove();
  await rm(base, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
