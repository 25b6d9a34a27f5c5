import { describe, expect, it } from 'vitest';
import type { CallParticipant } from '@yunzhen/shared/calls/call.contract';
import { expectedKinds, type Flow } from './call-flow.ts';
import { fakeTrack } from '../testing/fake-browser.ts';

const patient: CallParticipant = { participantId: 'p', role: 'patient', sources: [], connected: true, line: null };
const from = { consumerId: 'c', participantId: 'p', pauseReason: null, paused: false, starved: false } as const;
const sound = { ...from, source: 'microphone', track: fakeTrack('audio') } as const;
const picture = { ...from, source: 'camera', track: fakeTrack('video') } as const;
const open: Flow = {
  roomPhase: 'open',
  role: 'doctor',
  reception: 'all',
  participants: [patient],
  tracks: [sound, picture],
};

describe('Expected media', () => {
  it('is what others send and nothing blocks', () => {
    expect(expectedKinds(open)).toEqual({ sound: true, picture: true, ifAllReach: true });
    expect(expectedKinds({ ...open, tracks: [sound, { ...picture, starved: true }] }).picture).toBe(false);
    expect(expectedKinds({ ...open, tracks: [{ ...sound, paused: true }, picture] }).sound).toBe(false);
  });

  it('is no picture for a participant who wants sound alone', () => {
    expect(expectedKinds({ ...open, reception: 'audio' })).toEqual({ sound: true, picture: false, ifAllReach: true });
    const muted = { ...open, reception: 'audio' as const, tracks: [{ ...sound, paused: true }, picture] };
    expect(expectedKinds(muted).ifAllReach).toBe(false);
  });

  it('is nothing while the participant is kept apart', () => {
    for (const roomPhase of ['waiting', 'held'] as const)
      expect(expectedKinds({ ...open, roomPhase })).toEqual({ sound: false, picture: false, ifAllReach: false });
  });

  it('cannot be relied on from a participant without signalling, who may still be sending', () => {
    const adrift = { ...open, participants: [{ ...patient, connected: false }] };
    expect(expectedKinds(adrift)).toEqual({ sound: false, picture: false, ifAllReach: true });
  });
});
