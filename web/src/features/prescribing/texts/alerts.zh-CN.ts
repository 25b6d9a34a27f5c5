import type { Translated } from '../../../core/i18n/message-shape.ts';
import type en from './alerts.en.ts';

export default {
  severity: { contraindicated: '禁忌', serious: '严重', moderate: '中等', minor: '轻微' },
  evidence: { established: '证据充分', probable: '很可能', suspected: '可疑', theoretical: '理论推测' },
  advice: {
    caution: '慎用',
    avoid: '避免使用',
    'avoid-1st': '妊娠早期避免使用',
    'avoid-3rd': '妊娠晚期避免使用',
    contraindicated: '禁用',
    unknown: '资料不足',
  },
  adviceIn: '{words}（现为第 {n} 孕期）',
  sides: {
    concerns: '涉及{names}',
    draft: '均在本处方中：{names}',
    prescription: '本处方：{names}；{date} 开具、仍在用药期的处方：{other}',
    stated: '本处方：{names}；患者目前用药清单：{other}',
    taken: '患者目前用药清单：{other}',
    aLine: '某一药品',
  },
  onRecord: '病历记录：{name}（{code}）',
  allergyGrade: '（{severity}）',
} satisfies Translated<typeof en>;
