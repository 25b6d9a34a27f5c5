import type { Translated } from '../../../core/i18n/message-shape.ts';
import type en from './portraits.en.ts';

export default {
  title: '展示照片',
  lead: '患者选择医生时会看到。请使用光线良好、正对镜头的照片，将裁剪为圆形。',
  of: '{name}的照片',
  choose: '选择照片',
  change: '更换照片',
  remove: '移除',
  saved: '照片已保存。',
  removed: '照片已移除。',
  wrongType: '只能使用 JPEG、PNG 或 WebP 图片。',
  tooLarge: '图片不能超过 10 MB。',
} satisfies Translated<typeof en>;
