import { describe, expect, it } from 'vitest';
import { AppError } from './errors.ts';
import { noteMachine } from '../chart/note.ts';
import { prescriptionMachine, reviewMachine, type PrescriptionStatus } from '../prescribing/prescription.ts';
import { defineStateMachine, type StateMachine } from './state-machine.ts';
import { visitMachine } from '../visits/visit.ts';

const door = defineStateMachine({
  name: 'door',
  initial: 'shut',
  states: ['shut', 'open', 'gone'],
  transitions: {
    open: { from: ['shut'], to: 'open' },
    shut: { from: ['open'], to: 'shut' },
    remove: { from: ['shut', 'open'], to: 'gone' },
  },
  refusedWith: 'resource.conflict',
});

/** Returns every state with the commands that it allows. */
function edgesOf<State extends string, Command extends string>(machine: StateMachine<State, Command>) {
  const commands = Object.keys(machine.transitions) as Command[];
  return Object.fromEntries(
    machine.states.map((state) => [state, commands.filter((command) => machine.can(state, command)).sort()]),
  );
}

describe('a state machine', () => {
  it('follows the edges of its table and no others', () => {
    expect(door.next('shut', 'open')).toBe('open');
    expect(door.can('open', 'open')).toBe(false);
    expect(edgesOf(door)).toEqual({ shut: ['open', 'remove'], open: ['remove', 'shut'], gone: [] });
  });

  it('rejects with its own code and the present state', () => {
    const refused = () => door.next('gone', 'open');
    expect(refused).toThrow(AppError);
    try {
      refused();
    } catch (error) {
      expect(error).toMatchObject({ code: 'resource.conflict', facts: { state: 'gone', command: 'open' } });
    }
  });

  it('knows completed commands and final states', () => {
    expect([door.isDone('open', 'open'), door.isDone('shut', 'open')]).toEqual([true, false]);
    expect(door.states.filter((state) => door.isFinal(state))).toEqual(['gone']);
  });

  it('is rejected when its table names unknown states or leaves one unreachable', () => {
    const make = (from: string, to: string, states = ['a', 'b']) =>
      defineStateMachine({
        name: 'bad',
        initial: 'a',
        states,
        transitions: { go: { from: [from], to } },
        refusedWith: 'internal',
      } as Parameters<typeof defineStateMachine<string, 'go'>>[0]);
    expect(() => make('a', 'b')).not.toThrow();
    expect(() => make('a', 'c')).toThrow('bad: command go names unknown state c');
    expect(() => make('c', 'b')).toThrow('unknown state c');
    expect(() => make('a', 'a')).toThrow('states never reached: b');
    expect(() => make('b', 'c', ['a', 'b', 'c'])).toThrow('states never reached: b, c');
  });
});

describe('the product’s state machines', () => {
  it('prescription: nothing is dispensed before approval, nothing leaves a final state', () => {
    expect(edgesOf(prescriptionMachine)).toEqual({
      draft: ['cancel', 'sign'],
      signed: ['approve', 'cancel', 'expire', 'reject', 'start-review'],
      'under-review': ['approve', 'cancel', 'expire', 'reject', 'release-review'],
      approved: ['cancel', 'expire', 'start-dispensing'],
      rejected: [],
      dispensing: ['agree-cancel', 'dispense', 'expire', 'release-dispensing'],
      dispensed: [],
      cancelled: [],
      expired: [],
    } satisfies Record<PrescriptionStatus, string[]>);
  });

  it('review: only a claimed review can be decided', () => {
    expect(edgesOf(reviewMachine)).toEqual({
      requested: ['cancel', 'start'],
      'in-progress': ['approve', 'cancel', 'reject', 'release'],
      completed: [],
      rejected: [],
      cancelled: [],
    });
  });

  it('visit: ended by the doctor once in progress, by the patient before; back to the queue when the doctor is gone', () => {
    expect(edgesOf(visitMachine)).toEqual({
      planned: ['cancel', 'check-in'],
      waiting: ['admit', 'leave'],
      'in-progress': ['complete', 'refer-offline', 'return-to-queue'],
      completed: [],
      left: [],
      cancelled: [],
      'referred-offline': [],
    });
  });

  it('note: signed once', () => {
    expect(edgesOf(noteMachine)).toEqual({ draft: ['sign'], signed: [] });
  });
});
