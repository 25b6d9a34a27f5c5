import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';

export interface ObjectStore {
  /** The address of a bucket; the credentials are those of the server. */
  bucket: string;
  accessKey: string;
  secretKey: string;
  /** Ends the server; its objects stay. */
  stop(): Promise<void>;
  /** Starts a stopped server again at the same address. */
  start(): Promise<void>;
  close(): Promise<void>;
}

const program = createRequire(import.meta.url).resolve('s3rver/bin/s3rver.js');

const answers = (address: string) =>
  fetch(address).then(
    () => true,
    () => false,
  );

/**
 * Starts a real S3-compatible server with one empty bucket. It runs in a separate process, because it needs OpenSSL’s legacy ciphers for long lists.
 */
export async function startObjectStore(name = 'backups'): Promise<ObjectStore> {
  const directory = await mkdtemp(join(tmpdir(), 'yunzhen-s3-'));
  const port = await freePort();
  const options = ['--address', '127.0.0.1', '--port', String(port), '--directory', directory];
  let server: ChildProcess;
  const start = async () => {
    server = spawn(process.execPath, ['--openssl-legacy-provider', program, ...options, '--configure-bucket', name], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (!server.stdout) throw new Error('s3rver has no output');
    await once(server.stdout, 'data');
    server.stdout.resume();
    // After a stop, this process may still see a failed connection for a moment.
    while (!(await answers(`http://127.0.0.1:${port}/`)));
  };
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    server.kill();
    await once(server, 'exit');
  };
  await start();
  return {
    bucket: `http://127.0.0.1:${port}/${name}`,
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
    stop,
    start,
    close: async () => {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
