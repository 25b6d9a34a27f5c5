import { idleState, type CallState } from './call-state.ts';
import { Emitter } from './emitter.ts';

/** How far the call has come, whether or not anybody is told of it. */
export type Progress = 'idle' | 'joining' | 'whole' | 'reconnecting' | 'stopped';

type StatusEvents = { change: [CallState] };

/** The state of a call as the page sees it, made of how far it has come, the room’s phase, and whether anybody has asked for it. */
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

  /** Prepared without anybody having asked for the call: what fails is not told. */
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
