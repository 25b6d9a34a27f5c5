export { accountRoutes } from './routes.ts';
export { useSessionStore } from './session.store.ts';
