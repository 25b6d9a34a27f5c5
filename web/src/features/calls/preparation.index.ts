import { defineAsyncComponent } from 'vue';

export { default as DeviceCheck } from './devices/device-check.vue';
export type { DeviceState } from './devices/device-state.ts';
export { usePreparedCall } from './session/use-prepared-call.ts';

/** The local picture, shown on request: few users open it, so it loads on demand. */
export const SelfPreview = /* @__PURE__ */ defineAsyncComponent(() => import('./devices/self-preview.vue'));
