import type { Translated } from '../../message-shape.ts';
import type en from '../en/call.ts';

export default {
  title: '通话',
} satisfies Translated<typeof en>;
