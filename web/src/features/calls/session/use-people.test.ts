import { describe, expect, it } from 'vitest';
import { shallowRef } from 'vue';
import type { CallParticipant, CallRole, RoomPhase } from '@yunzhen/shared/calls/call.contract';
import type { CallState, RemoteTrack } from '../../../core/rtc/index.ts';
import { usePeople } from './use-people.ts';

const one = (participantId: string, role: CallRole): CallParticipant => ({
  participantId,
  role,
  sources: [],
  connected: true,
  line: null,
});
const [patient, doctor, guest] = [one('p', 'patient'), one('d', 'doctor'), one('g', 'guest')];

function stageOf(self: CallRole, others: CallParticipant[], roomPhase: RoomPhase = 'open', tracks: RemoteTrack[] = []) {
  const people = usePeople({
    self: shallowRef(self),
    state: shallowRef({ roomPhase } as CallState),
    participants: shallowRef(others),
    tracks: shallowRef(tracks),
  });
  return {
    large: people.other.value?.participantId,
    small: people.small.value.map(({ participantId }) => participantId),
    screen: people.screen.value?.participantId,
  };
}

const screenOf = (participantId: string, paused = false) =>
  ({ participantId, source: 'screen', paused }) as RemoteTrack;

describe('The main participant on the stage', () => {
  it('is the patient for the doctor, and the doctor for the others', () => {
    expect(stageOf('doctor', [guest, patient])).toMatchObject({ large: 'p', small: ['g'] });
    expect(stageOf('patient', [guest, doctor])).toMatchObject({ large: 'd', small: ['g'] });
    expect(stageOf('guest', [patient, doctor])).toMatchObject({ large: 'd', small: ['p'] });
  });

  it('is another participant when the main one is absent', () => {
    expect(stageOf('patient', [guest])).toMatchObject({ large: 'g', small: [] });
    expect(stageOf('patient', [])).toMatchObject({ large: undefined, small: [] });
  });

  it('is the guest with whom the doctor confers while the patient is on hold', () => {
    expect(stageOf('doctor', [patient, guest], 'held')).toMatchObject({ large: 'g', small: ['p'] });
    expect(stageOf('doctor', [patient], 'held')).toMatchObject({ large: 'p', small: [] });
  });

  it('is replaced by a shared screen, with all participants small beside it', () => {
    expect(stageOf('patient', [doctor, guest], 'open', [screenOf('d')])).toEqual({
      large: 'd',
      small: ['d', 'g'],
      screen: 'd',
    });
    expect(stageOf('patient', [doctor], 'open', [screenOf('d', true)])).toMatchObject({ small: [], screen: undefined });
  });
});
