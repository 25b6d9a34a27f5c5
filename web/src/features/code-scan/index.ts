export { default as CodeScanner } from './components/code-scanner.vue';
export { ownCode } from './own-code.ts';
