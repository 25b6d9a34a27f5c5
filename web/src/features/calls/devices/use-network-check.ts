import { onScopeDispose, shallowRef } from 'vue';
import { openCallSocket } from '../../../core/rtc/index.ts';
import {
  checkNetwork,
  deviceLoader,
  type NetworkCheckResult,
  type NetworkCheckStage,
} from '../../../core/rtc/devices.index.ts';
import { requestNetworkCheckTicket, useCallApi } from '../session/actions.ts';

/** State of the connection check. `unavailable`: the check itself failed, which says nothing about the connection. */
export type NetworkCheckState =
  | { readonly phase: 'idle' | 'stopped' | 'unavailable' }
  | { readonly phase: 'running'; readonly stage: NetworkCheckStage }
  | { readonly phase: 'done'; readonly result: NetworkCheckResult };

/** A connection check that the user can start, stop and repeat; it ends with the component. */
export function useNetworkCheck() {
  const client = useCallApi();
  const loadDevice = deviceLoader();
  const state = shallowRef<NetworkCheckState>({ phase: 'idle' });
  let running: AbortController | undefined;

  async function start(): Promise<void> {
    if (running) return;
    const controller = new AbortController();
    running = controller;
    const { signal } = controller;
    state.value = { phase: 'running', stage: 'reach' };
    try {
      const result = await checkNetwork({
        requestTicket: (abort) => requestNetworkCheckTicket(client, abort),
        openSocket: openCallSocket,
        loadDevice,
        signal,
        onStage: (stage) => {
          if (!signal.aborted) state.value = { phase: 'running', stage };
        },
      });
      if (!signal.aborted) state.value = { phase: 'done', result };
    } catch {
      if (!signal.aborted) state.value = { phase: 'unavailable' };
    } finally {
      if (running === controller) running = undefined;
    }
  }

  function stop(): void {
    running?.abort();
    running = undefined;
    if (state.value.phase === 'running') state.value = { phase: 'stopped' };
  }

  onScopeDispose(stop);
  return { state, start, stop };
}
