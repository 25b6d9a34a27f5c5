import type { StandingRule } from './rule.ts';
import { MEASURES_2018, PRESCRIPTIONS_2007, SUPERVISION_2022 } from './sources.ts';

/** Rules of Chinese internet hospitals that no prescription can break, with the mechanism that enforces each and the test that proves it. */
export const chineseStandingRules: readonly StandingRule[] = [
  {
    id: 'cn.unsuitable-goes-offline',
    source: MEASURES_2018,
    effectiveFrom: '2018-07-17',
    statement: {
      en: 'If the condition has changed or is not suitable for remote care, the doctor ends the visit and refers the patient for in-person care.',
      zh: '患者病情变化或不适宜在线诊疗的，医师应当立即终止并引导患者到实体医疗机构就诊。',
    },
    enforcement: {
      en: 'The doctor can end a visit at any time with a referral for in-person care. The visit cannot continue after that.',
      zh: '医师可随时以“建议线下就诊”结束就诊，结束后不能继续。',
    },
    test: 'test/integration/visits/conduct.test.ts',
  },
  {
    id: 'cn.doctor-in-person',
    source: SUPERVISION_2022,
    effectiveFrom: '2022-02-08',
    statement: {
      en: 'Doctors are authenticated before they practise. No one else may act for the doctor, and no software may write the prescription.',
      zh: '医师接诊前须实名认证；其他人员、人工智能软件不得冒用、替代医师本人接诊，不得自动生成处方。',
    },
    enforcement: {
      en: 'Each visit belongs to one signed-in doctor. Only that doctor’s account can open, write and sign, and signing needs a second factor. No route creates prescription lines automatically. The hospital verifies the doctor’s identity when it invites them.',
      zh: '就诊归属于一名已登录医师，仅其账号可接诊、书写和签名，签名时再次验证身份；系统没有自动生成处方的功能。医师身份由医院在邀请时核实。',
    },
    test: 'test/integration/prescribing/access-and-races.test.ts',
  },
  {
    id: 'cn.informed-consent',
    source: MEASURES_2018,
    effectiveFrom: '2018-07-17',
    statement: {
      en: 'The patient gives informed consent before the visit.',
      zh: '开展互联网诊疗活动前须取得患者知情同意。',
    },
    enforcement: {
      en: 'Check-in is refused without consent to the current text. The text, the time and the person are recorded.',
      zh: '未同意当日有效的知情同意书不能报到；文本、时间和同意人均留存。',
    },
    test: 'test/integration/visits/booking.test.ts',
  },
  {
    id: 'cn.pharmacist-review-first',
    source: SUPERVISION_2022,
    effectiveFrom: '2022-02-08',
    statement: {
      en: 'A prescription takes effect only after pharmacist review. Nothing is dispensed before that.',
      zh: '处方经药师审核合格后方可生效，审核前不得调配。',
    },
    enforcement: {
      en: 'Only an approved prescription gets a document and a code and can be dispensed. Doctors cannot review their own prescriptions.',
      zh: '仅审核通过的处方可进入调配并生成文书和二维码；不得自审。',
    },
    test: 'test/integration/review/review.test.ts',
  },
  {
    id: 'cn.validity',
    source: PRESCRIPTIONS_2007,
    effectiveFrom: '2007-05-01',
    statement: {
      en: 'A prescription is valid on the day of issue. The doctor may extend it to at most three days.',
      zh: '处方开具当日有效；特殊情况下由开具医师注明有效期限，最长不超过3天。',
    },
    enforcement: {
      en: 'The expiry is set when the doctor signs, from the number of days chosen (one by default). More than three days cannot be stored.',
      zh: '签名时按医师选择的天数计算有效期，未选择时为1天；超过3天无法保存。',
    },
    test: 'server/src/api/prescribing/signature/validity.test.ts',
  },
  {
    id: 'cn.records-fifteen-years',
    source: MEASURES_2018,
    effectiveFrom: '2018-07-17',
    statement: {
      en: 'Records are kept for fifteen years, and call and chat logs for three years. Every step from prescribing to dispensing can be traced.',
      zh: '电子病历保存不少于15年，诊疗过程图文、音视频记录保存不少于3年；处方开具至调配各环节可追溯。',
    },
    enforcement: {
      en: 'A nightly job deletes chats and call logs three years after the visit, and a record fifteen years after the last visit, or later if the hospital sets so. Before that, the software’s database role has no right to delete visits, notes, prescriptions, signatures or messages. Audit entries stay, and every step is audited. Calls are not recorded.',
      zh: '每晚的任务在就诊三年后删除聊天和通话日志，在末次就诊满十五年（医院可设更长）后删除病历；此前数据库角色无权删除就诊、病历、处方、签名和消息。审计记录永久保留，各环节均写入审计。系统不录制音视频。',
    },
    test: 'test/integration/prescribing/signed-record.test.ts',
  },
  {
    id: 'cn.no-commercial-figures',
    source: PRESCRIPTIONS_2007,
    effectiveFrom: '2007-05-01',
    statement: {
      en: 'Prescriptions are not counted for commercial purposes, and there are no sales figures by doctor or brand.',
      zh: '不得为商业目的统方，不得统计医师个人及药品品牌用量。',
    },
    enforcement: {
      en: 'Figures are counted from events that contain no medicine and no manufacturer. Alert figures are by rule, and counts under five are hidden.',
      zh: '统计所依据的事件不含药品和厂商；目录不含品牌；提醒统计按规则进行，少于5例不显示。',
    },
    test: 'test/integration/metrics/metrics.test.ts',
  },
];
