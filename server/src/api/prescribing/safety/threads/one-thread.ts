import { Worker } from 'node:worker_threads';
import { threadLimits } from '../../../../platform/threads/thread-limits.ts';
import type { Formulary } from '../../../catalogues/index.ts';
import type { CheckAnswer } from '../check.ts';
import { releaseKey, type ReleasedRules } from '../knowledge/released-knowledge.ts';
import type { CheckName } from '../safety-check.ts';
import type { SafetyInput } from '../safety-input.ts';
import type { SafetyQuestion, SafetyThreadMessage, SentRelease } from './safety-thread.ts';
import { SentOnce } from './sent-once.ts';

/** Number of catalogues that a thread caches. A hospital's own list is sent once, and the thread builds its catalogue from it. */
const MAX_CATALOGUES = 8;
const MAX_RELEASES = 8;
const MEMORY_MB = 512;

/** Time limits of a thread per step, in milliseconds. */
export interface StepLimits {
  /** To start and to load its tables. */
  readonly start: number;
  /** To look up the medicines of a draft, with a hospital's list that is new to the thread. */
  readonly prepare: number;
  /** To run one check. */
  readonly check: number;
}

/** A request to a thread, with callbacks for each answer. */
export interface Asked {
  readonly input: SafetyInput;
  readonly checks: readonly CheckName[];
  /** Milliseconds left for the whole request. */
  readonly within: number;
  begun(dataVersion: string): void;
  answered(answer: CheckAnswer): void;
}

/** The outcome of a request: all checks answered, a step timed out, or the thread died. */
export type Ending = 'answered' | 'too-slow' | 'dead';

/** One thread that runs checks for one draft at a time. It can be used again only after the outcome `answered`. */
export class OneThread {
  readonly #worker: Worker;
  readonly #limits: StepLimits;
  readonly #catalogues = new SentOnce<number>(MAX_CATALOGUES);
  readonly #releases = new SentOnce<string>(MAX_RELEASES);
  #asked = 0;
  #ready = false;
  #alive = true;
  readonly #inbox: SafetyThreadMessage[] = [];
  /** Resolves the pending wait for the next message or the end of the thread. */
  #wake: (() => void) | undefined;

  constructor(registryUrl: string, limits: StepLimits) {
    this.#limits = limits;
    this.#worker = new Worker(new URL('./safety-thread.ts', import.meta.url), {
      workerData: { registryUrl },
      resourceLimits: threadLimits(MEMORY_MB),
    });
    this.#worker.on('message', (message: SafetyThreadMessage) => {
      this.#inbox.push(message);
      this.#wake?.();
    });
    this.#worker.on('error', () => this.#die());
    this.#worker.on('exit', () => this.#die());
    // The thread must not keep an otherwise finished process alive.
    this.#worker.unref();
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Requests some checks of one draft. Ends with the last answer, or as soon as one step times out. */
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

  #question(id: number, { catalogue, release, ...input }: SafetyInput, checks: readonly CheckName[]): SafetyQuestion {
    const key = keyOf(catalogue);
    const used = this.#catalogues.use(key);
    const lists = used.isNew ? catalogue.madeOf : null;
    const rules = release ? { ...release, ...this.#releaseOf(release) } : null;
    return { id, input, catalogue: key, lists, forget: used.forget, release: rules, checks };
  }

  #releaseOf(release: ReleasedRules): Pick<SentRelease, 'content' | 'imported' | 'forget'> {
    const { content, imported } = release;
    const { isNew, forget } = this.#releases.use(releaseKey(release));
    return isNew ? { content, imported, forget } : { content: null, imported: null, forget };
  }

  /** Returns the next message, or the reason why none arrived in time. */
  async #next(limit: number): Promise<SafetyThreadMessage | 'too-slow' | 'dead'> {
    if (this.#inbox.length === 0 && this.#alive) {
      await new Promise<void>((resolve) => {
        // When this process itself was blocked, the answer may already be queued: it is read before the timeout counts.
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

  /** Terminates the thread at once. */
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
