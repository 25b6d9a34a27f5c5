import { onScopeDispose, shallowRef } from 'vue';
import { defineStore } from 'pinia';
import { useCall } from './use-call.ts';
import { useCallControls } from './use-call-controls.ts';

type JoinedCall = ReturnType<typeof joinCall>;

/** The call of this page, for the components of its stage. */
export const useCallStore = defineStore('call', () => {
  const current = shallowRef<JoinedCall>();

  /** Joins the call of a visit until the calling component unmounts. */
  function join(visitId: string): JoinedCall {
    const joined = joinCall(visitId);
    current.value = joined;
    onScopeDispose(() => {
      if (current.value === joined) current.value = undefined;
    });
    return joined;
  }

  return { current, join };
});

/** Returns the call, for a component of its stage. */
export function useJoinedCall(): JoinedCall {
  const { current } = useCallStore();
  if (!current) throw new Error('no call: use this inside the stage of a call');
  return current;
}

function joinCall(visitId: string) {
  const call = useCall(visitId);
  return { ...call, ...useCallControls(call) };
}
