import type { Translated } from '../../message-shape.ts';
import type en from '../en/verification.ts';

export default {
  title: '处方验真',
} satisfies Translated<typeof en>;
