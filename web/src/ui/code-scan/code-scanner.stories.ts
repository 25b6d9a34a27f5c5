import { h } from 'vue';
import { oneSize } from '../testing/stories.ts';
import CodeScanner from './code-scanner.vue';

export default { title: 'code-scan/code-scanner', component: CodeScanner };

export const Off = oneSize({ off: () => h(CodeScanner) });
