import { describe, expect, it } from 'vitest';
import type { CallParticipant } from '@yunzhen/shared/calls/call.contract';
import { idleState } from '../../../core/rtc/session/call-state.ts';
import { absenceOf, cutAfterMs, callViewStateOf, type PictureScene, type Scene } from './call-view-model.ts';

const camera = { source: 'camera' as const, producerId: 'p', paused: false, pauseReason: null };
const doctor: CallParticipant = { participantId: 'd', role: 'doctor', sources: [camera], connected: true, line: null };
const live: Scene = {
  state: { ...idleState, phase: 'live', mediaUp: true, roomPhase: 'open' },
  self: 'patient',
  other: doctor,
  stalled: false,
  lostForMs: 0,
};
const withState = (more: Partial<Scene['state']>): Scene => ({ ...live, state: { ...live.state, ...more } });

describe('The view state of a call', () => {
  it('is live when both participants are connected', () => {
    expect(callViewStateOf(live)).toBe('live');
  });

  it('is waiting without another participant', () => {
    expect(callViewStateOf({ ...live, other: undefined })).toBe('waiting');
  });

  it('is joining until it is fully connected for the first time', () => {
    expect(callViewStateOf(withState({ phase: 'idle' }))).toBe('joining');
    expect(callViewStateOf(withState({ phase: 'joining', mediaUp: false }))).toBe('joining');
  });

  it('stays live during a reconnect behind a running picture', () => {
    expect(callViewStateOf(withState({ phase: 'reconnecting', mediaUp: true }))).toBe('live');
  });

  it('is reconnecting when the picture is frozen', () => {
    expect(callViewStateOf({ ...withState({ phase: 'reconnecting', mediaUp: true }), stalled: true })).toBe(
      'reconnecting',
    );
    expect(callViewStateOf(withState({ phase: 'reconnecting', mediaUp: false }))).toBe('reconnecting');
  });

  it('distinguishes the other side’s lost connection from the local one', () => {
    expect(callViewStateOf({ ...live, other: { ...doctor, connected: false, sources: [] } })).toBe('away');
    expect(callViewStateOf({ ...live, other: { ...doctor, connected: false }, stalled: true })).toBe('away');
  });

  it('is stalled when nothing arrives although both are connected', () => {
    expect(callViewStateOf({ ...live, stalled: true })).toBe('stalled');
  });

  it('is live while media of a participant without signalling still arrives', () => {
    expect(callViewStateOf({ ...live, other: { ...doctor, connected: false } })).toBe('live');
  });

  it('is held for the patient only', () => {
    const held = withState({ roomPhase: 'held' });
    expect(callViewStateOf(held)).toBe('held');
    expect(callViewStateOf({ ...held, self: 'doctor' })).toBe('live');
    expect(callViewStateOf({ ...held, self: 'guest' })).toBe('live');
  });

  it('shows a lost connection also to a patient on hold', () => {
    expect(callViewStateOf(withState({ roomPhase: 'held', phase: 'reconnecting', mediaUp: false }))).toBe(
      'reconnecting',
    );
  });

  it('suggests the telephone after a long loss, but not while media arrives', () => {
    const lost = { lostForMs: cutAfterMs };
    expect(callViewStateOf({ ...withState({ phase: 'joining', mediaUp: false }), ...lost })).toBe('cut');
    expect(callViewStateOf({ ...withState({ phase: 'reconnecting', mediaUp: false }), ...lost })).toBe('cut');
    expect(callViewStateOf({ ...withState({ phase: 'reconnecting', mediaUp: true }), ...lost })).toBe('live');
    expect(callViewStateOf({ ...withState({ phase: 'joining', mediaUp: false }), lostForMs: cutAfterMs - 1 })).toBe(
      'joining',
    );
  });

  it.each(['left', 'ended', 'replaced', 'removed', 'refused', 'signed-out', 'unsupported'] as const)(
    'stops as %s',
    (stopReason) => {
      expect(callViewStateOf({ ...withState({ phase: 'stopped', stopReason }), other: undefined })).toBe(stopReason);
    },
  );
});

describe('The reason for a missing picture', () => {
  const seen: PictureScene = {
    participant: doctor,
    camera: undefined,
    apart: false,
    soundOnly: false,
    carriesSoundOnly: false,
  };
  const sending = (more: { paused: boolean; pauseReason: 'line' | 'person' }) => ({
    ...seen,
    participant: { ...doctor, sources: [{ ...camera, ...more }] },
  });

  it('is that it is coming', () => {
    expect(absenceOf(seen)).toBe('coming');
  });

  it('is a missing camera, or one that was turned off', () => {
    expect(absenceOf({ ...seen, participant: { ...doctor, sources: [] } })).toBe('none');
    expect(absenceOf({ ...seen, participant: undefined })).toBe('none');
    expect(absenceOf(sending({ paused: true, pauseReason: 'person' }))).toBe('off');
  });

  it('is the connection of one side or the other', () => {
    expect(absenceOf(sending({ paused: true, pauseReason: 'line' }))).toBe('their-line');
    const starved = { starved: true } as NonNullable<PictureScene['camera']>;
    expect(absenceOf({ ...seen, camera: starved })).toBe('own-line');
    expect(absenceOf({ ...seen, carriesSoundOnly: true })).toBe('audio-only');
  });

  it('is the user’s own choice before the connection', () => {
    expect(absenceOf({ ...seen, soundOnly: true, carriesSoundOnly: true })).toBe('wish');
  });

  it('is that the participant is on hold, whatever they send', () => {
    expect(absenceOf({ ...seen, apart: true })).toBe('apart');
  });
});
