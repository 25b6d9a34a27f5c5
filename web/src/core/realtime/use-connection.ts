import { onScopeDispose, readonly, shallowRef } from 'vue';
import { useOnline } from '@vueuse/core';
import { recordSocket } from './socket.ts';

/** Returns whether the browser is online, and the state of the record socket. */
export function useConnection() {
  const state = shallowRef(recordSocket.state());
  onScopeDispose(recordSocket.onState((next) => (state.value = next)));
  return { online: useOnline(), state: readonly(state) };
}
