import type { DemoDepartment } from '../demo-plan.ts';

export const respiratory: DemoDepartment = {
  code: 'respiratory',
  name: { en: 'Respiratory Medicine', zh: '呼吸内科' },
  description: {
    en: 'Asthma, chronic bronchitis, allergies of the airways, lingering coughs.',
    zh: '哮喘、慢性支气管炎、过敏性鼻炎与迁延性咳嗽。',
  },
  weight: 3,
  cases: [
    {
      code: 'J45.9',
      course: 'chronic',
      ages: [12, 75],
      complaint: { en: 'Asthma check, inhaler nearly empty', zh: '哮喘复诊，吸入剂快用完了' },
      subjective: {
        en: 'Uses the combined inhaler twice a day. Reliever once in the last month. Sleeps through, no limits at sport.',
        zh: '每日两次使用联合吸入剂，近一月用急救药1次。夜间无憋醒，运动不受限。',
      },
      objective: {
        en: 'Peak flow at home 430–460 L/min (best 470). Inhaler technique shown by video: correct.',
        zh: '家测峰流速430–460 L/min（最佳470）。视频演示吸入方法正确。',
      },
      assessment: { en: 'Asthma, well controlled.', zh: '支气管哮喘，控制良好。' },
      plan: { en: 'Continue for three months, then consider stepping down.', zh: '维持三个月，之后考虑降级。' },
      summary: {
        en: 'Your asthma is well controlled. Continue the inhaler twice a day; we will review it in three months.',
        zh: '哮喘控制良好。请继续每日两次吸入，三个月后复诊。',
      },
    },
    {
      code: 'J30.4',
      course: 'chronic',
      ages: [10, 65],
      complaint: { en: 'Sneezing and blocked nose again this season', zh: '换季又打喷嚏、鼻塞' },
      subjective: {
        en: 'Sneezing, clear discharge, itchy eyes for two weeks, as every year. No wheeze.',
        zh: '喷嚏、清涕、眼痒两周，每年此时发作。无喘息。',
      },
      objective: {
        en: 'By video: speaks freely through a blocked nose, eyes slightly red.',
        zh: '视频所见：鼻音，结膜轻度充血。',
      },
      assessment: { en: 'Allergic rhinitis, seasonal flare.', zh: '变应性鼻炎，季节性发作。' },
      plan: {
        en: 'Nasal steroid once a day for four weeks, antihistamine at night when needed, rinse with saline.',
        zh: '鼻用激素每日一次，四周；必要时睡前服抗组胺药；生理盐水洗鼻。',
      },
      summary: {
        en: 'Your hay fever is back. Use the nasal spray every day for four weeks and the tablet at night when needed.',
        zh: '过敏性鼻炎发作。请每日使用鼻喷剂四周，必要时睡前服药。',
      },
    },
    {
      code: 'J20.9',
      course: 'acute',
      ages: [18, 80],
      complaint: { en: 'Cough with phlegm for ten days after a cold', zh: '感冒后咳嗽有痰十天' },
      subjective: {
        en: 'Cough with white phlegm for ten days after a cold, no blood, no fever now, no shortness of breath. Does not smoke.',
        zh: '感冒后咳嗽、咳白痰10天，无咯血，现无发热气促。不吸烟。',
      },
      objective: {
        en: 'By video: breathing 16 a minute, no effort. Own oxygen reading 98 %.',
        zh: '视频所见：呼吸16次/分，平稳。自测血氧98%。',
      },
      assessment: { en: 'Acute bronchitis, probably viral.', zh: '急性支气管炎，考虑病毒性。' },
      plan: {
        en: 'Expectorant for a week. No antibiotic needed now. In person with fever, blood or breathlessness, or beyond three weeks.',
        zh: '祛痰药一周，目前无需抗生素。如发热、咯血、气促或超过三周请线下就诊。',
      },
      summary: {
        en: 'Bronchitis after a cold; it settles within three weeks. See a doctor in person with fever, blood in the phlegm or breathlessness.',
        zh: '感冒后支气管炎，多在三周内好转。如发热、痰中带血或气促，请线下就诊。',
      },
    },
  ],
};
