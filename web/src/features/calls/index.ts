import { defineAsyncComponent } from 'vue';

export { callApiKey } from './session/call-tickets.ts';
export { default as CallSheet } from './stage/call-sheet.vue';
export { default as CallStage } from './stage/call-stage.vue';
export { default as DeviceCheck } from './devices/device-check.vue';
export { default as MoreAction } from './controls/more-action.vue';
export { usePreparedCall } from './session/use-prepared-call.ts';

/** One’s own picture where it is shown on request: few ask for it. */
export const SelfPreview = /* @__PURE__ */ defineAsyncComponent(() => import('./devices/self-preview.vue'));
