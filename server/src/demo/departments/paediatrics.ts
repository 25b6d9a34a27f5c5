import type { DemoDepartment } from '../demo-plan.ts';

export const paediatrics: DemoDepartment = {
  code: 'paediatrics',
  name: { en: 'Paediatrics', zh: '儿科' },
  description: {
    en: 'Children of six and older with a parent beside them; younger ones get advice.',
    zh: '六岁及以上儿童由家长陪同就诊；更小的孩子提供咨询。',
  },
  weight: 2,
  cases: [
    {
      code: 'J00',
      course: 'acute',
      ages: [6, 15],
      complaint: { en: 'My child has had a runny nose and cough for two days', zh: '孩子流鼻涕咳嗽两天' },
      subjective: {
        en: 'Mother reports runny nose and cough for two days, 37.8 °C at most, plays and drinks.',
        zh: '母亲诉流涕、咳嗽2天，最高37.8℃，精神好，进水可。',
      },
      objective: {
        en: 'By video: lively, breathes without effort, no rash.',
        zh: '视频所见：活泼，呼吸平稳，无皮疹。',
      },
      assessment: { en: 'Common cold.', zh: '普通感冒。' },
      plan: {
        en: 'Fluids, nose rinses, paracetamol by weight only when uncomfortable. In person with fast breathing or drowsiness.',
        zh: '多饮水，洗鼻，不适时按体重服对乙酰氨基酚。如呼吸急促、嗜睡请线下就诊。',
      },
      summary: {
        en: 'A common cold. Plenty to drink and rest. Fast breathing, drowsiness or fever beyond three days: see a doctor in person.',
        zh: '普通感冒。多饮水、休息。如呼吸急促、嗜睡或发热超过三天，请线下就诊。',
      },
    },
    {
      code: 'J45.0',
      course: 'chronic',
      ages: [6, 15],
      complaint: { en: 'Asthma check-up, chewable tablets running out', zh: '孩子哮喘复诊，咀嚼片快吃完了' },
      subjective: {
        en: 'Father reports no wheeze for two months, sleeps through, runs with friends. Reliever not used.',
        zh: '父亲诉两月无喘息，夜间安睡，可跑步玩耍，未用急救药。',
      },
      objective: { en: 'By video: well, talks and laughs without coughing.', zh: '视频所见：一般情况好，说笑无咳嗽。' },
      assessment: { en: 'Allergic asthma, controlled.', zh: '过敏性哮喘，控制良好。' },
      plan: { en: 'Continue at night, review in three months.', zh: '继续每晚服用，三个月复诊。' },
      summary: {
        en: 'The asthma is under control. Continue the tablet at night; next review in three months.',
        zh: '哮喘控制良好，请继续每晚服药，三个月后复诊。',
      },
    },
    {
      code: 'L20.8',
      course: 'chronic',
      ages: [6, 15],
      complaint: { en: 'Dry itchy skin behind the knees', zh: '孩子膝窝皮肤干痒' },
      subjective: { en: 'Mother reports scratching at night since the heating is on.', zh: '母亲诉供暖后夜间抓挠。' },
      objective: {
        en: 'By video: dry, slightly red skin behind both knees, no sores.',
        zh: '视频所见：双膝窝皮肤干燥、轻度发红，无破溃。',
      },
      assessment: { en: 'Atopic dermatitis, mild.', zh: '特应性皮炎，轻度。' },
      plan: {
        en: 'Moisturiser three times a day, mild steroid cream once a day for five days.',
        zh: '每日三次保湿，弱效激素乳膏每日一次，五天。',
      },
      summary: {
        en: 'Mild eczema. Moisturise three times a day; the cream once a day for five days.',
        zh: '轻度湿疹。每日保湿三次，药膏每日一次，连用五天。',
      },
    },
  ],
};
