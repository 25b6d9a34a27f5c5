import { shallowRef } from 'vue';
import type { RecoveryReport } from '@yunzhen/shared/calls/quality.schemas';
import type { CallClient } from '../../../core/rtc/index.ts';
import type { LocalSource } from '../../../core/rtc/devices.index.ts';

/** State of the call and of its other participants. */
export function useCallState(call: CallClient) {
  const state = shallowRef(call.state);
  const participants = shallowRef(call.participants);
  const remoteTracks = shallowRef(call.remoteTracks);
  const ownPicture = shallowRef(call.ownPicture);
  /** Completed recoveries, oldest first. */
  const recoveries = shallowRef<readonly RecoveryReport[]>([]);
  /** Open sources that the node or the browser rejected. */
  const refused = shallowRef<ReadonlySet<LocalSource>>(new Set());

  call.on('state', (now) => {
    state.value = now;
  });
  call.on('participants', (now) => {
    participants.value = now;
  });
  call.on('remoteTracks', (now) => {
    remoteTracks.value = now;
  });
  call.on('ownPicture', (now) => {
    ownPicture.value = now;
  });
  call.on('recovered', (report) => {
    recoveries.value = [...recoveries.value, report];
  });
  call.on('refused', (source) => {
    if (source !== 'screen') refused.value = new Set([...refused.value, source]);
  });

  return { state, participants, remoteTracks, ownPicture, recoveries, refused };
}
