import type en from './receipts.en.ts';
import type { Translated } from '../../../../core/i18n/message-shape.ts';

export default {
  title: '发药单',
  number: '发药单号',
  at: '发药时间',
  pharmacy: '药房',
  by: '发药人',
  patient: '患者',
  prescription: '处方编号',
  prescribedBy: '开方医师',
  medicine: '药品',
  quantity: '数量',
  inPlaceOf: '替代处方中的{name}：成分和规格相同。',
  note: '品牌、批号、有效期：{note}',
  batch: '批号 {batch}',
  expires: '有效期至 {expires}',
  remains: '尚未发放',
  remainsUntil: '在 {time} 之前，可凭处方二维码到任一药房领取。',
  nothingRemains: '处方药品已全部发放。',
  signature: {
    valid: '由{hospital}签名，签名有效。',
    invalid: '此发药单的签名无效。请勿采信，并联系医院。',
    fingerprint: '已签名记录的指纹（SHA-256）',
  },
  correction: {
    heading: '更正',
    title: '{name}于 {time} 更正{reason}',
    reason: { quantity: '数量', product: '药品', pack: '批号或有效期', other: '其他内容' },
  },
  labels: {
    title: '药品标签',
    print: '打印标签',
    none: '无需标签：更正记录显示未发放药品。',
    keepAway: '请放在儿童接触不到的地方。',
  },
  received: '领药人（签名）',
  print: '打印',
  save: '保存已签名的记录',
} satisfies Translated<typeof en>;
