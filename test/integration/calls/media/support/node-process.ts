import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export const nodeProgram = new URL('../../../../../server/src/media/main.ts', import.meta.url).pathname;

/** A media node in a process of its own. */
export class NodeProcess {
  readonly child: ChildProcess;
  /** Its log lines, in order. */
  readonly lines: Record<string, unknown>[] = [];

  private constructor(child: ChildProcess) {
    this.child = child;
    if (!child.stdout) throw new Error('the node has no output');
    createInterface(child.stdout).on('line', (line) => this.lines.push(JSON.parse(line) as Record<string, unknown>));
  }

  /** Resolves when the node accepts calls. */
  static async start(environment: Record<string, string>): Promise<NodeProcess> {
    const child = fork(nodeProgram, [], {
      env: {
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        TIMEOUTS: process.env['TIMEOUTS'],
        ...environment,
        LOG_LEVEL: environment['LOG_LEVEL'] ?? 'info',
      },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const node = new NodeProcess(child);
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as unknown[];
    if (message !== 'serving') throw new Error(`the node logged ${String(message)} instead of listening`);
    while (!node.said('media node is listening')) await new Promise((resolve) => setImmediate(resolve));
    return node;
  }

  /** Returns the first log line with this message, if any. */
  said(message: string): Record<string, unknown> | undefined {
    return this.lines.find(({ msg }) => msg === message);
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.said('media node is listening')?.['port'])}`;
  }

  get metricsUrl(): string {
    return `http://127.0.0.1:${String(this.said('media node is listening')?.['metricsPort'])}/metrics`;
  }

  get workerPid(): number {
    return Number(this.said('media worker started')?.['pid']);
  }

  /** Sends a signal; resolves with exit code and signal when the process has ended. */
  async end(signal: NodeJS.Signals): Promise<unknown[]> {
    if (this.child.exitCode !== null || this.child.signalCode !== null)
      return [this.child.exitCode, this.child.signalCode];
    const exit = once(this.child, 'exit');
    this.child.kill(signal);
    return exit;
  }
}

/** Returns false for a zombie process too. */
export function isRunning(pid: number): boolean {
  const state = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)])
    .stdout.toString()
    .trim();
  return state !== '' && !state.startsWith('Z');
}
