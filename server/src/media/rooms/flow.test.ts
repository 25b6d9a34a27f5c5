import { describe, expect, it } from 'vitest';
import type { CallRole, RoomPhase } from '@yunzhen/shared/calls/call.contract';
import { callRoles, roomPhases } from '@yunzhen/shared/calls/call.constants';
import { mayFlow, newerState } from './flow.ts';

/** Returns the pairs of roles between which media flow, as `from>to`. */
const flowing = (phase: RoomPhase) =>
  callRoles.flatMap((from) => callRoles.filter((to) => mayFlow(phase, from, to)).map((to) => `${from}>${to}`));

const all = callRoles.flatMap((from) => callRoles.map((to: CallRole) => `${from}>${to}`));

describe('media flow between participants', () => {
  it('is blocked while the patient waits', () => {
    expect(flowing('waiting')).toEqual([]);
  });

  it('is complete in an open room', () => {
    expect(flowing('open')).toEqual(all);
  });

  it('excludes the patient while the patient is on hold', () => {
    expect(flowing('held')).toEqual(['doctor>doctor', 'doctor>guest', 'guest>doctor', 'guest>guest']);
  });

  it('is defined for every phase', () => {
    for (const phase of roomPhases) expect(mayFlow(phase, 'doctor', 'guest')).toBeTypeOf('boolean');
  });
});

describe('the state of a room', () => {
  const present = { revision: 3, phase: 'open' } as const;

  it('changes with a higher revision only', () => {
    const newer = { revision: 4, phase: 'held' } as const;
    expect(newerState(present, newer)).toBe(newer);
    expect(newerState(present, { revision: 3, phase: 'waiting' })).toBe(present);
    expect(newerState(present, { revision: 2, phase: 'waiting' })).toBe(present);
    expect(newerState(present, undefined)).toBe(present);
  });
});
