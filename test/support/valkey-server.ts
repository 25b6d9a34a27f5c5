import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './free-port.ts';

/** The program of Debian's package `valkey-server`; undefined where it is not installed. */
export const valkeyProgram = [process.env['VALKEY_PATH'] ?? '', '/usr/bin/valkey-server'].find(
  (path) => path !== '' && existsSync(path),
);

/** Files in PEM form. */
interface TlsFiles {
  key: string;
  certificate: string;
}

const script = join(import.meta.dirname, '../../docker/valkey/start.sh');

/** A Valkey server as docker/valkey/start.sh configures it. Its address stays the same across restarts. */
export class ValkeyServer {
  readonly port: number;
  readonly #folder: string;
  readonly #tls: TlsFiles | undefined;
  #child: ChildProcess | null = null;

  private constructor(port: number, folder: string, tls: TlsFiles | undefined) {
    this.port = port;
    this.#folder = folder;
    this.#tls = tls;
  }

  static async start(tls?: TlsFiles): Promise<ValkeyServer> {
    const server = new ValkeyServer(await freePort(), await mkdtemp(join(tmpdir(), 'yunzhen-valkey-')), tls);
    await server.startAgain();
    return server;
  }

  get url(): string {
    return `${this.#tls ? 'rediss' : 'redis'}://:secret@127.0.0.1:${this.port}`;
  }

  /** Resolves when it accepts connections. */
  async startAgain(): Promise<void> {
    const files = this.#tls && ['--tls-cert-file', this.#tls.certificate, '--tls-key-file', this.#tls.key];
    const tls = files ? ['--port', '0', '--tls-port', String(this.port), ...files, '--tls-auth-clients', 'no'] : [];
    const child = spawn('sh', [script, ...tls], {
      env: {
        PATH: `${dirname(valkeyProgram ?? '')}:${process.env['PATH']}`,
        VALKEY_FOLDER: this.#folder,
        VALKEY_PASSWORD: 'secret',
        LISTEN_ADDRESS: '127.0.0.1',
        LISTEN_PORT: String(this.port),
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#child = child;
    await new Promise<void>((ready, failed) => {
      let said = '';
      child.stdout.on('data', (data: Buffer) => {
        said += String(data);
        if (said.includes('Ready to accept connections')) ready();
      });
      child.once('exit', (code) => failed(new Error(`valkey-server ended with ${code}: ${said}`)));
    });
  }

  /** Stops answering, with open connections, until `resume`. */
  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  resume(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Ends it like a power failure. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  /** Kills it, and deletes its folder. */
  async close(): Promise<void> {
    await this.kill();
    await rm(this.#folder, { recursive: true });
  }
}
