import { Worker } from 'node:worker_threads';
import { threadLimits } from '../../../platform/threads/thread-limits.ts';
import type { Icd10Concept } from './icd10-concept.ts';
import type { ThreadAnswer, ThreadQuestion } from './icd10-thread.ts';

type WithoutId<Question> = Question extends unknown ? Omit<Question, 'id'> : never;

/**
 * Searches full lists in worker threads, because searching a hundred thousand names would block everything else. Hospitals with the same file share
 * its thread.
 * The number of threads is limited. The least recently used one is ended, and starting it again takes a second or two.
 */
export class Icd10Threads {
  readonly #most: number;
  readonly #threads = new Map<string, Icd10Thread>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Returns the thread of a file; starts one with its content when there is none. */
  async of(digest: string, content: () => Promise<Buffer>): Promise<Icd10Thread> {
    const running = this.#threads.get(digest);
    if (running?.alive) {
      this.#threads.delete(digest);
      this.#threads.set(digest, running);
      return running;
    }
    const bytes = await content();
    // Another caller may have started it while the content was read.
    const meanwhile = this.#threads.get(digest);
    if (meanwhile?.alive) return meanwhile;
    const thread = new Icd10Thread(bytes);
    this.#threads.set(digest, thread);
    for (const [key, old] of this.#threads) {
      if (this.#threads.size <= this.#most) break;
      this.#threads.delete(key);
      old.retire();
    }
    return thread;
  }

  async stop(): Promise<void> {
    await Promise.all([...this.#threads.values()].map((thread) => thread.stop()));
    this.#threads.clear();
  }
}

interface Waiting {
  resolve(concepts: readonly Icd10Concept[]): void;
  reject(error: Error): void;
}

/** One file in one thread. */
export class Icd10Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #retired = false;
  alive = true;

  constructor(bytes: Buffer) {
    this.#worker = new Worker(new URL('./icd10-thread.ts', import.meta.url), {
      workerData: new Uint8Array(bytes),
      resourceLimits: threadLimits(768),
    });
    this.#worker.on('message', ({ id, concepts }: ThreadAnswer) => {
      this.#waiting.get(id)?.resolve(concepts);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) this.#worker.unref();
      if (this.#retired && this.#waiting.size === 0) void this.stop();
    });
    this.#worker.on('error', (error) => this.#die(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', () => this.#die(new Error('search thread has ended')));
    // The thread must not keep an otherwise idle process alive.
    this.#worker.unref();
  }

  ask(question: WithoutId<ThreadQuestion>): Promise<readonly Icd10Concept[]> {
    if (!this.alive) return Promise.reject(new Error('search thread has ended'));
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ ...question, id });
    });
  }

  /** Ends the thread once its pending searches are answered. */
  retire(): void {
    this.#retired = true;
    if (this.#waiting.size === 0) void this.stop();
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #die(error: Error): void {
    this.alive = false;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
