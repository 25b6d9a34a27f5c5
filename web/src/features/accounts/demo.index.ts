export { useDemoAccount } from './demo/use-demo-account.ts';
