import type { Translated } from '../../message-shape.ts';
import type en from '../en/care.ts';

export default {
  title: '我的就诊',
  nav: { home: '首页', visits: '就诊', prescriptions: '处方' },
} satisfies Translated<typeof en>;
