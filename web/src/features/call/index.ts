import { defineAsyncComponent } from 'vue';

export { callApiKey } from './call-tickets.ts';
export { default as CallSheet } from './components/call-sheet.vue';
export { default as CallStage } from './components/call-stage.vue';
export { default as DeviceCheck } from './components/device-check.vue';
export { default as MoreAction } from './components/more-action.vue';
export { usePreparedCall } from './composables/use-prepared-call.ts';

/** One’s own picture where it is shown on request: few ask for it. */
export const SelfPreview = /* @__PURE__ */ defineAsyncComponent(() => import('./components/self-preview.vue'));
