import { describe, expect, it } from 'vitest';
import type { CallParticipant } from '@yunzhen/shared/contract/call';
import { idleState } from '../../lib/rtc/call-state.ts';
import { faceOf, type Scene } from './call-face.ts';

const camera = { source: 'camera' as const, producerId: 'p', paused: false };
const doctor: CallParticipant = { participantId: 'd', role: 'doctor', sources: [camera], connected: true };
const live: Scene = { state: { ...idleState, phase: 'live', mediaUp: true }, other: doctor, stalled: false };
const withState = (more: Partial<Scene['state']>): Scene => ({ ...live, state: { ...live.state, ...more } });

describe('the face of a call', () => {
  it('is live when both are there', () => {
    expect(faceOf(live)).toBe('live');
  });

  it('waits when nobody else is there', () => {
    expect(faceOf({ ...live, other: undefined })).toBe('waiting');
  });

  it('is joining until the first time it is whole', () => {
    expect(faceOf(withState({ phase: 'idle' }))).toBe('joining');
    expect(faceOf(withState({ phase: 'joining', mediaUp: false }))).toBe('joining');
  });

  it('says nothing of a renewal behind a running picture', () => {
    expect(faceOf(withState({ phase: 'reconnecting', mediaUp: true }))).toBe('live');
  });

  it('says so when the picture stands still', () => {
    expect(faceOf({ ...withState({ phase: 'reconnecting', mediaUp: true }), stalled: true })).toBe('reconnecting');
    expect(faceOf(withState({ phase: 'reconnecting', mediaUp: false }))).toBe('reconnecting');
  });

  it('tells the other’s lost connection from one’s own', () => {
    expect(faceOf({ ...live, other: { ...doctor, connected: false, sources: [] } })).toBe('away');
    expect(faceOf({ ...live, other: { ...doctor, connected: false }, stalled: true })).toBe('away');
  });

  it('says that nothing comes through although both are connected', () => {
    expect(faceOf({ ...live, stalled: true })).toBe('stalled');
  });

  it('is live while somebody without signalling is still seen', () => {
    expect(faceOf({ ...live, other: { ...doctor, connected: false } })).toBe('live');
  });

  it.each(['left', 'ended', 'replaced', 'refused', 'signed-out', 'unsupported'] as const)(
    'stops as %s',
    (stopReason) => {
      expect(faceOf({ ...withState({ phase: 'stopped', stopReason }), other: undefined })).toBe(stopReason);
    },
  );
});
