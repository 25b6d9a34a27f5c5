import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { timeouts } from '../../../../platform/config/timeouts.ts';
import type { Logger } from '../../../../platform/logging/logger.ts';
import { BROKEN, findingsOf, unanswered, type CheckAnswer } from '../check.ts';
import { checkRegistry } from '../check-registry.ts';
import type { CheckName, SafetyFindings } from '../safety-check.ts';
import type { SafetyInput } from '../safety-input.ts';
import { OneThread, type StepLimits } from './one-thread.ts';

/** Time limits. A check takes about a millisecond; the limits allow for a busy machine. */
export interface SafetyLimits extends StepLimits {
  /** For all checks of a draft, including threads that had to be started. */
  readonly whole: number;
  /** For a thread to become free. */
  readonly wait: number;
  /** A free thread is stopped after this time. The next draft that is opened starts one. */
  readonly idle: number;
}

const usual: SafetyLimits = {
  start: timeouts['safety.start'],
  prepare: timeouts['safety.prepare'],
  check: timeouts['safety.check'],
  whole: timeouts['safety.whole'],
  wait: timeouts['safety.wait'],
  idle: timeouts['threads.idle'],
};

/** Two, so that a draft with a hanging check does not block the others. */
const MAX_THREADS = 2;

interface Options {
  readonly limits?: Partial<SafetyLimits>;
  /** A module that exports `checkRegistry`, and the names in it. */
  readonly registry?: { readonly url: string; readonly names: readonly CheckName[] };
}

let ofProcess: SafetyThreads | undefined;

/** Returns the threads shared by this process. They depend on nothing of the installation and start in a third of a second. */
export function threadsOfProcess(log: Logger): SafetyThreads {
  return (ofProcess ??= new SafetyThreads(log));
}

/**
 * Runs the safety checks in worker threads, so that a hanging check blocks neither the process nor other drafts. A thread with a failed check is
 * stopped, and another one runs the remaining checks.
 */
export class SafetyThreads {
  readonly #log: Logger;
  readonly #limits: SafetyLimits;
  readonly #registryUrl: string;
  readonly #names: readonly CheckName[];
  /** Free threads, each with the timer that will stop it; the last one was used last. */
  readonly #free = new Map<OneThread, NodeJS.Timeout>();
  readonly #waiting: ((thread: OneThread | null) => void)[] = [];
  #inUse = 0;

  constructor(log: Logger, { limits, registry }: Options = {}) {
    this.#log = log;
    this.#limits = { ...usual, ...limits };
    this.#registryUrl = registry?.url ?? new URL('../check-registry.ts', import.meta.url).href;
    this.#names = registry?.names ?? checkRegistry.map(({ name }) => name);
  }

  /** Starts a thread when there is none, so that the first draft does not wait for it. */
  warm(): void {
    if (this.#inUse + this.#free.size === 0) this.#rest(this.#start());
  }

  /** Runs every check on a draft. A check without an answer is reported as not done with the reason; the other results remain. */
  async check(input: SafetyInput): Promise<SafetyFindings> {
    const until = performance.now() + this.#limits.wait + this.#limits.whole;
    const answers = new Map<CheckName, CheckAnswer>();
    const missed = new Map<CheckName, LocalizedText>();
    const open = () => this.#names.filter((name) => !answers.has(name) && !missed.has(name));
    let dataVersion = 'none';
    while (open().length > 0) {
      const left = until - performance.now();
      const thread = left > 0 ? await this.#take() : null;
      if (!thread) {
        for (const name of open()) missed.set(name, NO_TURN);
        break;
      }
      let begun = false;
      const ending = await this.#askOf(thread, {
        input,
        checks: open(),
        within: Math.min(this.#limits.whole, until - performance.now()),
        begun: (version) => {
          begun = true;
          dataVersion = version;
        },
        answered: (answer) => void answers.set(answer.check, answer),
      });
      if (ending === 'answered') break;
      const [first] = open();
      this.#log.error({ check: begun ? first : null, ending }, 'safety check did not answer');
      // The draft itself could not be prepared; another thread would fail too.
      const hung = begun ? open().slice(0, 1) : open();
      for (const name of hung) missed.set(name, ending === 'dead' ? BROKEN : tooSlow(this.#limits.check));
    }
    const itemIds = input.items.map(({ id }) => id);
    return findingsOf(
      this.#names.map((name) => answers.get(name) ?? unanswered(name, itemIds, missed.get(name) ?? BROKEN)),
      dataVersion,
    );
  }

  async #askOf(thread: OneThread, asked: Parameters<OneThread['ask']>[0]) {
    try {
      const ending = await thread.ask(asked);
      this.#giveBack(ending === 'answered' ? thread : null);
      if (ending !== 'answered') void thread.stop();
      return ending;
    } catch (error) {
      this.#giveBack(null);
      void thread.stop();
      this.#log.error({ err: error }, 'draft could not be sent to the safety checks');
      return 'dead';
    }
  }

  /** Reserves a thread for one draft; returns null when none became free in time. */
  #take(): Promise<OneThread | null> {
    const free = [...this.#free.keys()].findLast(({ alive }) => alive);
    if (free) {
      clearTimeout(this.#free.get(free));
      this.#free.delete(free);
      this.#inUse += 1;
      return Promise.resolve(free);
    }
    if (this.#inUse < MAX_THREADS) {
      this.#inUse += 1;
      return Promise.resolve(this.#start());
    }
    return new Promise((resolve) => {
      const turn = (thread: OneThread | null) => {
        clearTimeout(timer);
        resolve(thread);
      };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(turn), 1);
        resolve(null);
      }, this.#limits.wait);
      this.#waiting.push(turn);
    });
  }

  /** Passes the thread, or a new one in its place, to the next waiting draft. */
  #giveBack(thread: OneThread | null): void {
    const next = this.#waiting.shift();
    if (next) return next(thread ?? this.#start());
    this.#inUse -= 1;
    if (thread) this.#rest(thread);
  }

  #rest(thread: OneThread): void {
    const stop = () => {
      this.#free.delete(thread);
      void thread.stop();
    };
    this.#free.set(thread, setTimeout(stop, this.#limits.idle).unref());
  }

  #start(): OneThread {
    return new OneThread(this.#registryUrl, this.#limits);
  }

  async stop(): Promise<void> {
    const free = [...this.#free];
    this.#free.clear();
    for (const [, timer] of free) clearTimeout(timer);
    await Promise.all(free.map(([thread]) => thread.stop()));
  }
}

const NO_TURN: LocalizedText = {
  en: 'This check did not start in time. Treat the prescription as not checked for it, or check again.',
  zh: '该项检查未能及时进行，请视为未检查，或重新检查。',
};

function tooSlow(limit: number): LocalizedText {
  const seconds = Math.max(1, Math.round(limit / 1000));
  return {
    en: `This check took longer than ${seconds} s and was stopped. Treat the prescription as not checked for it, or check again.`,
    zh: `该项检查在 ${seconds} 秒内没有结果，已被终止。请视为未检查，或重新检查。`,
  };
}
