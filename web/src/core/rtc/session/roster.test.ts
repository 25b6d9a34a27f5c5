import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallParticipant } from '@yunzhen/shared/calls/call.contract';
import { Roster } from './roster.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const camera = { source: 'camera' as const, producerId: 'p1', paused: false, pauseReason: null };
const doctor: CallParticipant = { participantId: 'doctor', role: 'doctor', sources: [], connected: true, line: null };

describe('The roster', () => {
  it('never lists the participant itself', () => {
    const roster = new Roster();
    roster.handleList('me', [{ ...doctor, participantId: 'me' }, doctor]);
    expect(roster.participants).toEqual([doctor]);
  });

  it('removes a participant who leaves by choice at once, and keeps one who was disconnected', () => {
    const roster = new Roster();
    roster.handleList('me', [doctor, { ...doctor, participantId: 'guest' }]);
    roster.handleParticipantLeft('guest', 'left');
    roster.handleParticipantLeft('doctor', 'disconnected');
    expect(roster.participants).toEqual([{ ...doctor, connected: false }]);
  });

  it('keeps participants for half a minute while a node comes back', () => {
    const roster = new Roster();
    roster.handleList('me', [doctor]);
    roster.handleList('me', []);
    expect(roster.participants).toEqual([{ ...doctor, connected: false }]);
    vi.advanceTimersByTime(29_999);
    expect(roster.participants).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(roster.participants).toEqual([]);
  });

  it('keeps participants who lost only signalling for as long as their media arrives', () => {
    const roster = new Roster();
    roster.handleList('me', [{ ...doctor, sources: [camera] }]);
    roster.handleParticipantLeft('doctor', 'disconnected');
    vi.advanceTimersByTime(300_000);
    expect(roster.participants).toHaveLength(1);
    roster.handleSourceClosed('doctor', 'p1');
    vi.advanceTimersByTime(30_000);
    expect(roster.participants).toEqual([]);
  });

  it('updates a participant who returns', () => {
    const roster = new Roster();
    roster.handleList('me', [doctor]);
    roster.handleParticipantLeft('doctor', 'disconnected');
    roster.handleParticipantJoined(doctor);
    vi.advanceTimersByTime(300_000);
    expect(roster.participants).toEqual([doctor]);
  });

  it('keeps the new camera when the end of the old one is reported late', () => {
    const roster = new Roster();
    roster.handleList('me', [{ ...doctor, sources: [camera] }]);
    roster.handleSource('doctor', { ...camera, producerId: 'p2' });
    roster.handleSourceClosed('doctor', 'p1');
    expect(roster.participants[0]?.sources).toEqual([{ ...camera, producerId: 'p2' }]);
  });
});
