import { fork, type ChildProcess } from 'node:child_process';
import type { Logger } from '../logging/logger.ts';
import { childOptions } from './child-options.ts';

export interface ChildDefinition {
  name: string;
  /** Path of the program. */
  program: string;
  env: Record<string, string | undefined>;
}

/** Minimum delay before a restart, so that a program that cannot start does not spin. */
const firstDelay = 250;
const longestDelay = 10_000;
/** V8 sizes young generations by the machine’s memory. On the small machine of a clinic large ones would cost the api 50 MB and save no CPU. */
const smallYoungGeneration = '--max-semi-space-size=16';
/** A child that lived this long started successfully, and is restarted at once when it dies. */
const wellAfter = 10_000;

/**
 * Keeps one child process running: restarts it whenever it dies, and stops it with SIGTERM, then SIGKILL. Children have an IPC channel to this
 * process and end when it closes.
 */
export class SupervisedChild {
  readonly #definition: ChildDefinition;
  readonly #log: Logger;
  #process: ChildProcess | null = null;
  #startedAt = 0;
  #delay = firstDelay;
  #restart: NodeJS.Timeout | null = null;
  #stopping = false;
  #restarting = false;
  #notice: object | null = null;

  constructor(definition: ChildDefinition, log: Logger) {
    this.#definition = definition;
    this.#log = log.child({ child: definition.name });
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** Starts the child. Resolves when it serves; rejects when its first run ends before that. */
  start(): Promise<void> {
    if (this.#stopping) return Promise.reject(new Error(`${this.#definition.name} was stopped before it started`));
    return new Promise((serving, failed) => {
      const child = this.#fork();
      child.once('error', failed);
      child.once('exit', (code, signal) => {
        const error = new Error(`${this.#definition.name} ended before it was ready (${signal ?? code})`);
        failed(Object.assign(error, { exitCode: code }));
      });
      child.on('message', (message) => {
        if (message === 'serving') serving();
      });
    });
  }

  #fork(): ChildProcess {
    const child = fork(this.#definition.program, [], {
      env: { ...process.env, ...this.#definition.env },
      execArgv: [...childOptions(), smallYoungGeneration],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#process = child;
    this.#startedAt = Date.now();
    this.#log.info({ pid: child.pid }, 'child started');
    child.on('message', (message) => {
      if (message === 'serving' && this.#notice) send(child, this.#notice);
    });
    let over = false;
    const ended = (code: number | null, signal: NodeJS.Signals | null) => {
      if (over) return;
      over = true;
      this.#ended(code, signal);
    };
    child.once('exit', ended);
    // A process that could not be created (no memory, no file handles) never exits.
    child.on('error', (error) => {
      this.#log.error({ err: error }, 'child failed');
      if (child.pid === undefined) ended(null, null);
    });
    return child;
  }

  #ended(code: number | null, signal: NodeJS.Signals | null): void {
    this.#process = null;
    if (this.#stopping) return;
    if (this.#restarting) {
      this.#restarting = false;
      this.#fork();
      return;
    }
    const lived = Date.now() - this.#startedAt;
    this.#delay = lived > wellAfter ? 0 : Math.min(Math.max(this.#delay * 2, firstDelay), longestDelay);
    this.#log.warn({ code, signal, restartInMs: this.#delay }, 'child died, restarting it');
    this.#restart = setTimeout(() => this.#fork(), this.#delay);
  }

  /** Sends a message to the child, and to each later one once it serves; the next message replaces it. */
  notify(message: object): void {
    this.#notice = message;
    if (this.#process) send(this.#process, message);
  }

  /** Stops the child gracefully and restarts it at once; skips a pending delay. */
  restart(): void {
    if (this.#stopping) return;
    this.#delay = firstDelay;
    if (this.#restart) clearTimeout(this.#restart);
    if (!this.#process) return void this.#fork();
    this.#restarting = true;
    this.#process.kill('SIGTERM');
  }

  /** Sends SIGTERM now, and SIGKILL if it has not ended after `graceMs`. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    if (this.#restart) clearTimeout(this.#restart);
    const child = this.#process;
    if (!child || child.pid === undefined || child.exitCode !== null) return;
    await new Promise<void>((ended) => {
      const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
      child.once('exit', () => {
        clearTimeout(force);
        ended();
      });
      child.kill('SIGTERM');
    });
    this.#log.info('child stopped');
  }
}

/** Ignores a child that has just ended. */
function send(child: ChildProcess, message: object): void {
  if (child.connected) child.send(message, () => undefined);
}
