export { accountRoutes } from './routes.ts';
export { useSessionStore } from './session.store.ts';
export { default as PasswordInput } from './components/password-input.vue';
