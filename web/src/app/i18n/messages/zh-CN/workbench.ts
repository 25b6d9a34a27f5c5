import type { Translated } from '../../message-shape.ts';
import type en from '../en/workbench.ts';

export default {
  title: '接诊台',
} satisfies Translated<typeof en>;
