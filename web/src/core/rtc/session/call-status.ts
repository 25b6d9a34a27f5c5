import { idleState, type CallState } from './call-state.ts';
import { Emitter } from './emitter.ts';

/** Progress of the call, whether or not the page shows it. */
export type Progress = 'idle' | 'joining' | 'whole' | 'reconnecting' | 'stopped';

type StatusEvents = { change: [CallState] };

/** The state of a call for the page, derived from its progress, the room’s phase, and whether the user has asked for the call. */
export class CallStatus extends Emitter<StatusEvents> {
  #state: CallState = idleState;
  #progress: Progress = 'idle';
  #quiet = false;

  get state(): CallState {
    return this.#state;
  }

  get progress(): Progress {
    return this.#progress;
  }

  /** Prepared, but not yet requested by the user: failures are hidden. */
  get quiet(): boolean {
    return this.#quiet;
  }

  set(changes: Partial<Omit<CallState, 'phase'>> & { progress?: Progress; quiet?: boolean }): void {
    const { progress = this.#progress, quiet = this.#quiet, ...rest } = changes;
    this.#progress = progress;
    this.#quiet = quiet;
    const before = this.#state;
    const next = { ...before, ...rest };
    const state = { ...next, phase: phaseOf(progress, quiet, next.roomPhase) };
    const keys = Object.keys(state) as (keyof CallState)[];
    if (keys.every((key) => state[key] === before[key])) return;
    this.#state = state;
    this.emit('change', state);
  }

  close(): void {
    this.removeAllListeners();
  }
}

function phaseOf(progress: Progress, quiet: boolean, roomPhase: CallState['roomPhase']): CallState['phase'] {
  if (progress === 'whole') return roomPhase === 'waiting' ? 'prepared' : 'live';
  if (!quiet) return progress;
  return progress === 'reconnecting' ? 'prepared' : 'idle';
}
