import type { Later } from '../later.ts';
import { subscribe } from '../listeners.ts';
import type {
  AutosaveEffect,
  AutosaveEvent,
  AutosaveMachine,
  AutosavePhase,
  AutosaveState,
  StoredDraft,
  Revision,
} from './autosave-state.ts';

/** How the caller classifies a failed save. */
export type FailureReason = 'away' | 'stale' | 'refused';

export interface AutosavePorts<Content> {
  /** Saves over the version; returns the new revision. */
  save: (content: Content, version: number) => Promise<Revision<Content>>;
  /** Reads the hospital’s current revision. */
  read: () => Promise<Revision<Content>>;
  reasonOf: (error: unknown) => FailureReason;
  keep: (draft: StoredDraft<Content>) => void;
  forget: () => void;
  later: Later;
}

const pauseMilliseconds = 800;
const firstRetry = 2_000;
const longestRetry = 30_000;

/** Executes the effects of the state machine. It outlives its page until the last save is answered. */
export class Autosave<Content> {
  readonly #machine: AutosaveMachine<Content>;
  readonly #ports: AutosavePorts<Content>;
  readonly #listeners = new Set<(state: AutosaveState<Content>) => void>();
  readonly #waiting = new Set<(settled: boolean) => void>();
  #state: AutosaveState<Content>;
  #failures = 0;
  #left = false;
  #cancelWait = () => {};

  // Fields, not methods, because pages destructure them.
  readonly edit = (content: Content) => this.#handle({ type: 'edited', content });
  readonly see = (revision: Revision<Content>) => this.#handle({ type: 'seen', revision });
  readonly resolve = (content: Content) => this.#handle({ type: 'resolved', content });
  readonly putAway = () => this.#handle({ type: 'put-away' });

  /** Saves unsaved changes at once. */
  readonly flush = () => this.#handle({ type: 'due' });

  /** Saves at once; resolves with whether the hospital has saved the content of the page. */
  readonly settled = (): Promise<boolean> =>
    new Promise((resolve) => {
      this.#waiting.add(resolve);
      this.#cancelWait();
      this.flush();
    });

  /** Sends unsaved changes once more when the page closes. If that fails, the draft stays in the browser. */
  readonly leave = (): void => {
    this.#left = true;
    this.#cancelWait();
    this.flush();
    this.#listeners.clear();
  };

  constructor(
    machine: AutosaveMachine<Content>,
    ports: AutosavePorts<Content>,
    first: { revision: Revision<Content>; draft?: StoredDraft<Content> | undefined },
  ) {
    this.#machine = machine;
    this.#ports = ports;
    const begun = machine.start(first.revision, first.draft);
    this.#state = begun.state;
    this.#run(begun.effects);
  }

  state(): AutosaveState<Content> {
    return this.#state;
  }

  phase(): AutosavePhase {
    return this.#machine.phase(this.#state);
  }

  onState(listener: (state: AutosaveState<Content>) => void): () => void {
    return subscribe(this.#listeners, listener);
  }

  #handle(event: AutosaveEvent<Content>): void {
    if (event.type === 'saved' || event.type === 'seen') this.#failures = 0;
    const step = this.#machine.next(this.#state, event);
    this.#state = step.state;
    this.#run(step.effects);
    for (const listener of this.#listeners) listener(this.#state);
    this.#settle();
  }

  #run(effects: readonly AutosaveEffect<Content>[]): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'save':
          void this.#ports.save(effect.content, effect.version).then(
            (revision) => this.#handle({ type: 'saved', revision }),
            (error: unknown) => this.#handle({ type: 'failed', reason: this.#ports.reasonOf(error), error }),
          );
          break;
        case 'read':
          if (this.#left) break;
          void this.#ports.read().then(
            (revision) => this.#handle({ type: 'seen', revision }),
            () => this.#handle({ type: 'look-failed' }),
          );
          break;
        case 'wait':
          this.#wait(effect.for);
          break;
        case 'keep':
          this.#ports.keep(effect.draft);
          break;
        case 'forget':
          this.#ports.forget();
          break;
      }
    }
  }

  #wait(reason: 'pause' | 'retry'): void {
    this.#cancelWait();
    if (this.#left) return;
    const retryAfter = Math.min(firstRetry * 2 ** this.#failures, longestRetry);
    if (reason === 'retry') this.#failures += 1;
    this.#cancelWait = this.#ports.later(reason === 'pause' ? pauseMilliseconds : retryAfter, () => this.flush());
  }

  #settle(): void {
    const phase = this.phase();
    if (phase === 'saving' || phase === 'unsaved') return;
    for (const resolve of this.#waiting) resolve(phase === 'saved');
    this.#waiting.clear();
  }
}
