import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePorts } from '../../support/free-port.ts';

export interface Installation {
  url: string;
  /** The supervisor’s process id; api and media node are its children. */
  pid: number;
  process: ChildProcess;
  logFile: string;
  /** The folder of its database and secrets. */
  folder: string;
  /** Stops it and keeps its folder. */
  end(): Promise<void>;
  /** Stops it and deletes its folder. */
  stop(): Promise<void>;
}

/** Logs of the installations that this process has started, including stopped ones. */
export const startedLogs: string[] = [];

/** Each installation has one api, which wakes its own job workers; that they ask for the jobs of others costs CPU all the time. */
const seldomPolls = 'jobs.poll=10000';

/** On a busy machine too, public pages are sent with their heads. */
const patientHeads = 'page.head=20000';

/** A public page shows a doctor who has just come on duty. */
const freshPages = 'page.cached=500';

/** A check that took too long would be “not checked”, and a doctor would have to see that before signing. */
const patientChecks = 'safety.start=60000 safety.prepare=60000 safety.check=60000 safety.whole=60000 safety.wait=60000';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Starts the product with demo data like a first start and waits until it is ready. Where `YUNZHEN_E2E_SEED` names the folder of a stopped one, it
 * starts as a copy of that. `program` is the folder of a changed copy of the product.
 */
export async function startInstallation(
  extra: Record<string, string> = {},
  { program = root } = {},
): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'yunzhen-e2e-'));
  const seed = process.env['YUNZHEN_E2E_SEED'];
  // Keeps owners: the files of the database belong to its server’s user.
  if (seed) await run('cp', ['-a', `${seed}/.`, folder]);
  const [port, mediaPort, metricsPort, mediaMetricsPort, rtcPort] = await freePorts(5);
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, [join(program, 'server/src/main.ts')], {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      DEMO_MODE: 'true',
      // No tested page shows more than the last weeks.
      DEMO_YEAR: 'false',
      LOG_LEVEL: 'info',
      DATA_DIR: folder,
      PORT: String(port),
      MEDIA_PORT: String(mediaPort),
      METRICS_PORT: String(metricsPort),
      MEDIA_METRICS_PORT: String(mediaMetricsPort),
      RTC_PORT: String(rtcPort),
      RTC_LISTEN: '127.0.0.1',
      MEDIA_WORKERS: '2',
      RATE_LIMIT_FACTOR: '100',
      API_DOCS: 'false',
      ...extra,
      TIMEOUTS: [seldomPolls, patientHeads, freshPages, patientChecks, process.env['TIMEOUTS'], extra['TIMEOUTS']]
        .filter(Boolean)
        .join(' '),
    },
    // The closed channel tells the child that this process has ended, whatever the cause.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const logFile = join(tmpdir(), `yunzhen-e2e-${child.pid}.log`);
  startedLogs.push(logFile);
  const log = createWriteStream(logFile);
  child.stdout?.pipe(log);
  child.stderr?.pipe(log);
  await ready(child);
  const end = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return {
    url,
    pid: child.pid ?? 0,
    process: child,
    logFile,
    folder,
    end,
    stop: async () => {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
      if (output.includes('Yunzhen is ready:')) done();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('exit', (code) =>
      failed(new Error(`the installation ended with ${code} before it was ready:\n${output}`)),
    );
  });
}
