export { default as BackToAccount } from './components/back-to-account.vue';
export { shownFace } from './sign-in/shown-brand.ts';
export { returnPath } from './sign-in/return-path.ts';
export { accountRoutes } from './routes.ts';
export { default as ActingSign } from './components/acting-sign.vue';
export { useSessionStore } from './session.store.ts';
export { default as SecondFactorGate } from './second-factor/second-factor-gate.vue';
export { default as SecondFactorDialog } from './second-factor/second-factor-dialog.vue';
