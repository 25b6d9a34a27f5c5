import { spawn } from 'node:child_process';
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
  close(): Promise<void>;
}

const program = createRequire(import.meta.url).resolve('s3rver/bin/s3rver.js');

/**
 * Starts a real S3-compatible server with one empty bucket. It runs in a separate process, because it needs OpenSSL’s legacy ciphers for long lists.
 */
export async function startObjectStore(): Promise<ObjectStore> {
  const directory = await mkdtemp(join(tmpdir(), 'yunzhen-s3-'));
  const port = await freePort();
  const options = ['--address', '127.0.0.1', '--port', String(port), '--directory', directory];
  const server = spawn(
    process.execPath,
    ['--openssl-legacy-provider', program, ...options, '--configure-bucket', 'backups'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(server.stdout, 'data');
  server.stdout.resume();
  return {
    bucket: `http://127.0.0.1:${port}/backups`,
    accessKey: 'S3RVER',
    secretKey: 'S3RVER',
    close: async () => {
      server.kill();
      await once(server, 'exit');
      await rm(directory, { recursive: true, force: true });
    },
  };
}
