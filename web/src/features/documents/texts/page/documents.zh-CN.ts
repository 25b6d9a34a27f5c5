import type en from './documents.en.ts';
import type { Translated } from '../../../../core/i18n/message-shape.ts';

export default {
  title: '文书',
  none: '本次就诊没有文书',
  kind: { 'sick-note': '病假证明', referral: '转诊单', 'after-visit-summary': '就诊小结' },
  signedAt: '{time} 签名',
  open: '打开',
  save: '保存',
  pending: '文书正在生成，马上就好。',
  revoked: '医生已撤回此文书，文书已失效。',
  revokedReason: '原因：{reason}',
  check: {
    title: '文书核验',
    incomplete: '二维码不完整，未能核验。请重新扫描文书上的二维码。',
    checkedAt: '{time} 核验',
    again: '重新核验',
    genuine: {
      word: '真实有效',
      means: '此文书由该医院开具，未被撤回，内容未被更改。',
      action: '请核对编号、姓名首字母和日期是否与手中文书一致。',
    },
    altered: {
      word: '已被更改',
      means: '这不是医生签名的内容，有改动。',
      action: '请勿采信。请保留文书并联系医院。',
    },
    cancelled: {
      word: '已撤回',
      means: '文书曾经有效，医生已将其撤回。',
      action: '请勿采信。请对方重新提供。',
    },
    unknown: {
      word: '查无此文书',
      means: '该医院没有此二维码对应的文书。',
      action: '请重新扫描。如结果相同，请联系医院。',
    },
    kind: '文书',
    number: '编号',
    hospital: '医院',
    doctor: '医师',
    patient: '患者',
    issued: '开具时间',
    revokedAt: '撤回时间',
    period: '休息时间',
    periodText: '{from} 至 {to}（{days}）',
  },
} satisfies Translated<typeof en>;
