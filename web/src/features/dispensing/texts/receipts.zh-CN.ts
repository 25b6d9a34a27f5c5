import type en from './receipts.en.ts';
import type { Translated } from '../../../core/i18n/message-shape.ts';

export default {
  title: '发药单',
  number: '发药单号',
  at: '发药时间',
  pharmacy: '药店',
  by: '发药人',
  patient: '患者',
  prescription: '处方编号',
  prescribedBy: '开方医师',
  medicine: '药品',
  quantity: '数量',
  inPlaceOf: '替代处方中的{name}：成分和规格相同。',
  note: '品牌、厂家、批号：{note}',
  remains: '尚未发放',
  remainsUntil: '在 {time} 之前，可凭处方二维码到任一药店领取。',
  nothingRemains: '处方药品已全部发放。',
  signature: {
    valid: '由{hospital}签名，签名有效。',
    invalid: '此发药单的签名无效。请勿采信，并告知医院。',
    fingerprint: '已签名记录的指纹（SHA-256）',
  },
  received: '领药人（签名）',
  print: '打印',
  save: '保存已签名的记录',
} satisfies Translated<typeof en>;
