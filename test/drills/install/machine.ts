import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { blockOf, here, type Places } from './guide.ts';

/** A machine as the guide “One machine without Docker” makes it, in a folder and with a Unix user of its own. Needs root. */
export class Machine {
  readonly places: Places;
  /** What every program of it has printed. */
  readonly logFile: string;
  readonly #running: ChildProcess[] = [];

  constructor(places: Places) {
    this.places = places;
    this.logFile = join(places.base, 'log');
  }

  at(path: string): string {
    return join(this.places.base, path);
  }

  /** Runs commands of the guide as root; returns their output. */
  run(commands: string): string {
    return execFileSync('sh', ['-euc', here(commands, this.places)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  /** Runs commands in a shell that knows `as_yunzhen`. */
  runAs(commands: string): string {
    return this.run(`${asYunzhen}\n${commands}`);
  }

  async set(settings: Record<string, string>): Promise<void> {
    const lines = Object.entries(settings).map(([name, value]) => `${name}='${value}'\n`);
    await appendFile(this.at('etc/yunzhen/yunzhen.env'), lines.join(''));
  }

  /** Starts what the command starts and resolves when it is ready. `folder` is its data folder. Returns a function that stops it. */
  async start(command: string, folder: string): Promise<() => Promise<void>> {
    const script = here(`${asYunzhen}\n${command}`, this.places);
    const child = spawn('sh', ['-euc', script], { cwd: this.places.base, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#running.push(child);
    const ended = once(child, 'exit');
    let said = '';
    const log = createWriteStream(this.logFile, { flags: 'a' });
    for (const stream of [child.stdout, child.stderr]) {
      stream.pipe(log, { end: false });
      stream.on('data', (data: Buffer) => (said = (said + String(data)).slice(-20_000)));
    }
    while (!said.includes('Yunzhen is ready:')) {
      if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode} before it was ready:\n${said}`);
      await delay(100);
    }
    return async () => {
      // As systemd does with KillMode=mixed: the main program gets the signal, not its children.
      process.kill(Number((await readFile(join(folder, 'owner.lock'), 'utf8')).split(' ')[0]), 'SIGTERM');
      await ended;
    };
  }

  /** Starts Caddy with the guide’s file on an address of its own, and with an authority of its own. Resolves to the authority’s certificate. */
  async startProxy(address: string, ports: { api: number; media: number }): Promise<string> {
    await mkdir(this.at('etc/caddy'), { recursive: true });
    this.run(blockOf('install', '/etc/caddy/Caddyfile'));
    const file = this.at('etc/caddy/Caddyfile');
    const sites = (await readFile(file, 'utf8'))
      .replace('# tls internal', 'tls internal')
      .replaceAll('127.0.0.1:8080', `127.0.0.1:${ports.api}`)
      .replaceAll('127.0.0.1:8081', `127.0.0.1:${ports.media}`);
    await writeFile(file, `{\n\tadmin off\n\tskip_install_trust\n\tdefault_bind ${address}\n}\n${sites}`);
    const folder = this.at('var/lib/caddy');
    const child = spawn('caddy', ['run', '--config', file, '--adapter', 'caddyfile'], {
      env: { PATH: process.env['PATH'], HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      stdio: 'ignore',
    });
    this.#running.push(child);
    const authority = join(folder, 'caddy/pki/authorities/local/root.crt');
    while (!existsSync(authority)) {
      if (child.exitCode !== null) throw new Error(`caddy ended with ${child.exitCode}`);
      await delay(100);
    }
    return authority;
  }

  /** Ends whatever still runs, and removes the user. */
  async remove(): Promise<void> {
    for (const child of this.#running) child.kill('SIGKILL');
    const { user } = this.places;
    // Of this user alone, whom this drill made.
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const { stdout } = spawnSync('ps', ['-o', 'pid=', '-u', user], { encoding: 'utf8' });
      const left = stdout.split('\n').map(Number).filter(Boolean);
      for (const pid of left) process.kill(pid, signal);
      if (left.length > 0) await delay(3_000);
    }
    spawnSync('userdel', [user]);
  }
}

const asYunzhen = blockOf('install', 'as_yunzhen() {').split('\n')[0] ?? '';
