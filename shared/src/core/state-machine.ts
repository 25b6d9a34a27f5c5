import { AppError, type ErrorCode } from './errors.ts';

export interface Transition<State extends string> {
  readonly from: readonly State[];
  readonly to: State;
}

export interface StateMachine<State extends string, Command extends string> {
  readonly name: string;
  readonly initial: State;
  readonly states: readonly State[];
  readonly transitions: Readonly<Record<Command, Transition<State>>>;
  /** Returns whether the command is allowed in this state. */
  can(state: State, command: Command): boolean;
  /** Returns whether the command already took effect: a repeat returns the present result. */
  isDone(state: State, command: Command): boolean;
  /** Returns the state after the command; throws the machine's own error code when the table has no such edge. */
  next(state: State, command: Command): State;
  /** Returns whether no command leaves the state. */
  isFinal(state: State): boolean;
}

/**
 * Builds a state machine from its transition table and checks the table at start-up: every state is known and reachable, so that a typing mistake
 * stops the program instead of stranding a patient.
 */
export function defineStateMachine<const State extends string, const Command extends string>(definition: {
  name: string;
  initial: NoInfer<State>;
  states: readonly State[];
  transitions: Record<Command, Transition<NoInfer<State>>>;
  refusedWith: ErrorCode;
}): StateMachine<State, Command> {
  const { name, initial, states, transitions, refusedWith } = definition;
  const table = Object.entries(transitions) as [Command, Transition<State>][];
  const known = new Set<string>(states);
  for (const [command, edge] of table) {
    for (const state of [...edge.from, edge.to]) {
      if (!known.has(state)) throw new Error(`${name}: command ${command} names unknown state ${state}`);
    }
  }
  const reached = new Set<string>([initial]);
  for (let grew = true; grew;) {
    grew = false;
    for (const [, edge] of table) {
      if (!reached.has(edge.to) && edge.from.some((state) => reached.has(state))) {
        reached.add(edge.to);
        grew = true;
      }
    }
  }
  const lost = states.filter((state) => !reached.has(state));
  if (lost.length > 0) throw new Error(`${name}: states never reached: ${lost.join(', ')}`);

  const can = (state: State, command: Command) => transitions[command].from.includes(state);
  return Object.freeze({
    name,
    initial,
    states,
    transitions,
    can,
    isDone: (state: State, command: Command) => transitions[command].to === state,
    next(state: State, command: Command): State {
      if (!can(state, command)) {
        throw new AppError(refusedWith, `${name}: ${command} is not possible in state ${state}`, {
          facts: { state, command },
        });
      }
      return transitions[command].to;
    },
    isFinal: (state: State) => table.every(([, edge]) => !edge.from.includes(state)),
  });
}
