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
  dataVersion: '药品目录 {formulary}、规则 {rules}',
  source: {
    label: '药品说明书（{topic}）',
    notCompared: '未核实：未与说明书比对（{topic}）',
    substanceOnly: '未核实：未与说明书比对。成分：{citation}',
    definedDoseOnly: '未核实：极量未与说明书比对。限定日剂量：{citation}',
    doseOfSubstance: '未核实：极量未与说明书比对。药物成分：{citation}',
    unverified: '{citation}（未核实）',
    unknownSubstance: '没有该成分的资料',
    duplicate: '成分重复',
    duplicateClass: '成分相同，或为同类药（ATC 第 4 级）',
    duplicatePurpose: '用途相同；分组由本项目制定',
    onRecord: '在案处方',
    topic: {
      pregnancy: '妊娠',
      lactation: '哺乳',
      'renal impairment': '肾功能不全',
      'hepatic impairment': '肝功能不全',
      posology: '用法用量',
    },
    work: {
      pharmacopoeia: '《中华人民共和国药典》一部，国家药典委员会',
      medication: '《临床用药须知·化学药和生物制品卷》，国家药典委员会',
      patents: '中成药说明书（国家药品监督管理局核准）',
    },
  },
} satisfies Translated<typeof en>;
