import type { DemoDepartment } from '../demo-plan.ts';

export const mentalHealth: DemoDepartment = {
  code: 'mental-health',
  name: { en: 'Mental Health', zh: '心理科' },
  description: {
    en: 'Sleep, anxiety and low mood: talking first, medicine where it helps.',
    zh: '睡眠、焦虑与情绪问题：以交谈为先，必要时用药。',
  },
  weight: 2,
  cases: [
    {
      code: 'F41.1',
      course: 'chronic',
      ages: [18, 70],
      complaint: { en: 'Follow-up for anxiety, better than last month', zh: '焦虑复诊，比上个月好些' },
      subjective: {
        en: 'Worries less, goes to work, sleeps six hours. No thoughts of self-harm. Takes escitalopram in the morning.',
        zh: '担忧减少，可正常上班，睡眠6小时。无自伤想法。晨服艾司西酞普兰。',
      },
      objective: {
        en: 'By video: calm, good eye contact. GAD-7 today 7 (13 a month ago).',
        zh: '视频所见：平静，眼神交流好。今日GAD-7 7分（上月13分）。',
      },
      assessment: { en: 'Generalised anxiety disorder, responding.', zh: '广泛性焦虑障碍，治疗有效。' },
      plan: {
        en: 'Continue, breathing exercises daily, review in four weeks.',
        zh: '继续服药，每日呼吸练习，四周复诊。',
      },
      summary: {
        en: 'You are getting better. Continue the tablet and the exercises; we talk again in four weeks. In a crisis call the helpline at any hour.',
        zh: '您正在好转。请继续服药和练习，四周后复诊。如有紧急情况，请随时拨打心理援助热线。',
      },
    },
    {
      code: 'F51.0',
      course: 'acute',
      ages: [20, 72],
      complaint: { en: 'I lie awake for hours, for three weeks now', zh: '近三周入睡困难，常躺几小时睡不着' },
      subjective: {
        en: 'Falls asleep after two hours, phone in bed, coffee at five. Mood even, no thoughts of self-harm.',
        zh: '入睡需两小时，睡前看手机，下午五点喝咖啡。情绪平稳，无自伤想法。',
      },
      objective: { en: 'By video: tired, coherent. ISI 14.', zh: '视频所见：疲倦，思维连贯。ISI 14分。' },
      assessment: { en: 'Insomnia, moderate.', zh: '失眠，中度。' },
      plan: {
        en: 'Sleep restriction and stimulus control with a diary for two weeks, no sleeping tablet.',
        zh: '睡眠限制与刺激控制，记录睡眠日记两周，暂不用安眠药。',
      },
      summary: {
        en: 'Your sleep can be trained: bed only when tired, up at the same hour, no phone in bed. Keep the diary for two weeks.',
        zh: '睡眠可以训练：困了再上床，固定起床时间，床上不看手机。请记录两周睡眠日记。',
      },
    },
    {
      code: 'F32.0',
      course: 'chronic',
      ages: [18, 68],
      complaint: { en: 'Low mood, second talk', zh: '情绪低落，第二次就诊' },
      subjective: {
        en: 'Low for six weeks, some joy at weekends, eats and works. Asked about self-harm: none, would call her sister.',
        zh: '情绪低落六周，周末偶有愉快，饮食工作可。询问自伤：无，可联系家人。',
      },
      objective: {
        en: 'By video: slowed a little, reflective. PHQ-9 today 8 (11).',
        zh: '视频所见：略迟缓，能反思。今日PHQ-9 8分（前次11分）。',
      },
      assessment: { en: 'Mild depressive episode, improving.', zh: '轻度抑郁发作，好转中。' },
      plan: {
        en: 'Activity plan, weekly talks, medicine not needed now.',
        zh: '行为激活计划，每周会谈，目前无需用药。',
      },
      summary: {
        en: 'Small steps help: one pleasant activity a day. We talk every week. In a crisis call the helpline at any hour.',
        zh: '从小事做起：每天一件愉快的事。我们每周交谈。如有紧急情况，请随时拨打心理援助热线。',
      },
    },
  ],
};
