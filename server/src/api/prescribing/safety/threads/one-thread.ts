import { Worker } from 'node:worker_threads';
import type { Formulary } from '../../../catalogues/index.ts';
import type { CheckAnswer } from '../check.ts';
import type { CheckName } from '../safety-check.ts';
import type { SafetyInput } from '../safety-input.ts';
import type { SafetyQuestion, SafetyThreadMessage } from './safety-thread.ts';

/** Catalogues that a thread keeps; a hospital's own list is copied over once and made into one there. */
const MAX_CATALOGUES = 8;
const MEMORY_MB = 512;

/** Milliseconds that a thread may take for each step. */
export interface StepLimits {
  /** To start and read its tables. */
  readonly start: number;
  /** To look the medicines of a draft up, a hospital's list being new to it. */
  readonly prepare: number;
  /** For one check. */
  readonly check: number;
}

/** What a thread is asked, and who is told of each answer as it comes. */
export interface Asked {
  readonly input: SafetyInput;
  readonly checks: readonly CheckName[];
  /** Milliseconds left for all of it. */
  readonly within: number;
  begun(dataVersion: string): void;
  answered(answer: CheckAnswer): void;
}

/** How asking ended: all was answered, a step took too long, or the thread died. */
export type Ending = 'answered' | 'too-slow' | 'dead';

/** One thread that runs checks for one draft at a time. After any ending but `answered` it is of no more use. */
export class OneThread {
  readonly #worker: Worker;
  readonly #limits: StepLimits;
  readonly #catalogues = new Set<number>();
  #asked = 0;
  #ready = false;
  #alive = true;
  readonly #inbox: SafetyThreadMessage[] = [];
  /** Who waits for the next message, or for the thread's end. */
  #wake: (() => void) | undefined;

  constructor(registryUrl: string, limits: StepLimits) {
    this.#limits = limits;
    this.#worker = new Worker(new URL('./safety-thread.ts', import.meta.url), {
      workerData: { registryUrl },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    this.#worker.on('message', (message: SafetyThreadMessage) => {
      this.#inbox.push(message);
      this.#wake?.();
    });
    this.#worker.on('error', () => this.#die());
    this.#worker.on('exit', () => this.#die());
    // It must not keep a process alive that has nothing else to do.
    this.#worker.unref();
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Asks for some checks of one draft. Ends with the last answer, or as soon as one step takes too long. */
  async ask(asked: Asked): Promise<Ending> {
    this.#worker.ref();
    try {
      if (!this.#ready) {
        const started = await this.#next(this.#limits.start);
        if (typeof started === 'string') return started;
        this.#ready = true;
      }
      return await this.#run(asked);
    } finally {
      this.#worker.unref();
    }
  }

  async #run({ input, checks, within, begun, answered }: Asked): Promise<Ending> {
    const id = ++this.#asked;
    const until = performance.now() + within;
    this.#worker.postMessage(this.#question(id, input, checks));
    let limit = this.#limits.prepare;
    for (let left = checks.length; left > 0;) {
      const message = await this.#next(Math.min(limit, until - performance.now()));
      if (typeof message === 'string') return message;
      if (message.kind === 'begun') begun(message.dataVersion);
      if (message.kind === 'answer') {
        left -= 1;
        answered(message.answer);
      }
      limit = this.#limits.check;
    }
    return 'answered';
  }

  #question(id: number, { catalogue, ...input }: SafetyInput, checks: readonly CheckName[]): SafetyQuestion {
    const key = keyOf(catalogue);
    const isNew = !this.#catalogues.has(key);
    this.#catalogues.delete(key);
    this.#catalogues.add(key);
    const [oldest] = this.#catalogues;
    const forget = this.#catalogues.size > MAX_CATALOGUES && oldest !== undefined ? oldest : null;
    if (forget !== null) this.#catalogues.delete(forget);
    return { id, input, catalogue: key, lists: isNew ? catalogue.madeOf : null, forget, checks };
  }

  /** The next message, as long as one comes in time. */
  async #next(limit: number): Promise<SafetyThreadMessage | 'too-slow' | 'dead'> {
    if (this.#inbox.length === 0 && this.#alive) {
      await new Promise<void>((resolve) => {
        // If it is this process that was held up, the answer lies there already: it is read before time is called.
        const timer = setTimeout(() => setImmediate(resolve), Math.max(0, limit));
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
    return this.#inbox.shift() ?? (this.#alive ? 'too-slow' : 'dead');
  }

  /** Ends it, whatever it is doing. */
  async stop(): Promise<void> {
    this.#alive = false;
    await this.#worker.terminate();
  }

  #die(): void {
    this.#alive = false;
    this.#wake?.();
  }
}

const keys = new WeakMap<Formulary, number>();
let given = 0;

function keyOf(catalogue: Formulary): number {
  const key = keys.get(catalogue) ?? ++given;
  keys.set(catalogue, key);
  return key;
}
