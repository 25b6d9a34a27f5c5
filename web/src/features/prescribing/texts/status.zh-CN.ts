import type { Translated } from '../../../core/i18n/message-shape.ts';
import type en from './status.en.ts';

export default {
  prescriptionStatus: {
    draft: '草稿',
    signed: '已签名，待审核',
    'under-review': '审核中',
    approved: '审核通过',
    rejected: '已退回',
    dispensing: '调配中',
    dispensed: '已发药',
    cancelled: '已作废',
    expired: '已过期',
  },
} satisfies Translated<typeof en>;
