export { default as CodeScanner } from './code-scanner.vue';
export { ownCode } from './own-code.ts';
