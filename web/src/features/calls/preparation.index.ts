import { defineAsyncComponent } from 'vue';

export { default as DeviceCheck } from './devices/device-check.vue';
export { usePreparedCall } from './session/use-prepared-call.ts';

/** One’s own picture where it is shown on request: few ask for it. */
export const SelfPreview = /* @__PURE__ */ defineAsyncComponent(() => import('./devices/self-preview.vue'));
