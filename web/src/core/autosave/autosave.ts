import type {
  AutosaveEvent,
  AutosaveMachine,
  AutosavePhase,
  AutosaveState,
  StoredDraft,
  Revision,
} from './autosave-state.ts';

/** How the outside looks at a save that did not succeed. */
export type FailureReason = 'away' | 'stale' | 'refused';

export interface AutosavePorts<Content> {
  /** Saves over the version; gives the revision that it became. */
  save: (content: Content, version: number) => Promise<Revision<Content>>;
  /** Reads what the hospital holds now. */
  look: () => Promise<Revision<Content>>;
  reasonOf: (error: unknown) => FailureReason;
  keep: (draft: StoredDraft<Content>) => void;
  forget: () => void;
  /** Calls back once after so many milliseconds; returns what takes the call back. */
  later: (milliseconds: number, callback: () => void) => () => void;
}

const pauseMilliseconds = 800;
const firstRetry = 2_000;
const longestRetry = 30_000;

/** Carries out what the state machine decides. It outlives the page that began it until its last save is answered. */
export function createAutosave<Content>(
  machine: AutosaveMachine<Content>,
  ports: AutosavePorts<Content>,
  first: { revision: Revision<Content>; draft?: StoredDraft<Content> | undefined },
) {
  const listeners = new Set<(state: AutosaveState<Content>) => void>();
  const waiting = new Set<(settled: boolean) => void>();
  let failures = 0;
  let left = false;
  let cancelWait = () => {};
  const begun = machine.start(first.revision, first.draft);
  let state = begun.state;
  run(begun.effects);

  function handle(event: AutosaveEvent<Content>): void {
    if (event.type === 'saved' || event.type === 'seen') failures = 0;
    const step = machine.next(state, event);
    state = step.state;
    run(step.effects);
    for (const listener of listeners) listener(state);
    settle();
  }

  function run(effects: typeof begun.effects): void {
    for (const effect of effects) {
      switch (effect.type) {
        case 'save':
          void ports.save(effect.content, effect.version).then(
            (revision) => handle({ type: 'saved', revision }),
            (error: unknown) => handle({ type: 'failed', reason: ports.reasonOf(error), error }),
          );
          break;
        case 'look':
          if (left) break;
          void ports.look().then(
            (revision) => handle({ type: 'seen', revision }),
            () => handle({ type: 'look-failed' }),
          );
          break;
        case 'wait': {
          cancelWait();
          if (left) break;
          const retryAfter = Math.min(firstRetry * 2 ** failures, longestRetry);
          if (effect.for === 'retry') failures += 1;
          cancelWait = ports.later(effect.for === 'pause' ? pauseMilliseconds : retryAfter, () =>
            handle({ type: 'due' }),
          );
          break;
        }
        case 'keep':
          ports.keep(effect.draft);
          break;
        case 'forget':
          ports.forget();
          break;
      }
    }
  }

  function settle(): void {
    if (machine.phase(state) === 'saving') return;
    const settled = machine.phase(state) === 'saved';
    if (!settled && machine.phase(state) === 'unsaved') return;
    for (const resolve of waiting) resolve(settled);
    waiting.clear();
  }

  return {
    state: () => state,
    phase: (): AutosavePhase => machine.phase(state),
    onState(listener: (state: AutosaveState<Content>) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    edit: (content: Content) => handle({ type: 'edited', content }),
    see: (revision: Revision<Content>) => handle({ type: 'seen', revision }),
    resolve: (content: Content) => handle({ type: 'resolved', content }),
    putAway: () => handle({ type: 'put-away' }),
    /** Saves at once what is unsaved. */
    flush: () => handle({ type: 'due' }),
    /** Saves at once and tells, when that is known, whether the hospital holds what is on the page. */
    settled(): Promise<boolean> {
      return new Promise((resolve) => {
        waiting.add(resolve);
        cancelWait();
        handle({ type: 'due' });
      });
    },
    /** The page goes: what is unsaved is sent once more. What then fails stays kept in the browser. */
    leave(): void {
      left = true;
      cancelWait();
      handle({ type: 'due' });
      listeners.clear();
    },
  };
}
