import type { Translated } from '../../message-shape.ts';
import type en from '../en/audit.ts';

export default {
  title: '审计日志',
} satisfies Translated<typeof en>;
