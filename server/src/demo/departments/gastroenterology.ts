import type { DemoDepartment } from '../demo-plan.ts';

export const gastroenterology: DemoDepartment = {
  code: 'gastroenterology',
  name: { en: 'Gastroenterology', zh: '消化内科' },
  description: {
    en: 'Reflux, stomach and bowel complaints, follow-up after endoscopy.',
    zh: '反流、胃肠不适及内镜检查后复诊。',
  },
  weight: 3,
  cases: [
    {
      code: 'K21.9',
      course: 'chronic',
      ages: [25, 80],
      complaint: { en: 'Heartburn back after stopping the tablets', zh: '停药后又反酸烧心' },
      subjective: {
        en: 'Heartburn after late meals three evenings a week since the course ended. Swallows well, no weight loss, no black stools.',
        zh: '疗程结束后，晚餐过晚时烧心，每周三次。吞咽正常，无消瘦、黑便。',
      },
      objective: {
        en: 'Endoscopy of last year: no oesophagitis (report seen).',
        zh: '去年胃镜：未见食管炎（已阅报告）。',
      },
      assessment: { en: 'Reflux disease without oesophagitis, recurrence.', zh: '胃食管反流病，复发。' },
      plan: {
        en: 'Acid blocker before breakfast for four weeks, then on demand. Last meal three hours before bed.',
        zh: '早餐前服抑酸药四周，后按需服用。睡前三小时不进食。',
      },
      summary: {
        en: 'Your reflux has come back. One capsule before breakfast for four weeks, and no meal within three hours of bedtime.',
        zh: '反流复发。请早餐前服药四周，睡前三小时不要进食。',
      },
    },
    {
      code: 'K29.3',
      course: 'chronic',
      ages: [28, 75],
      complaint: { en: 'Full feeling and dull pain after meals', zh: '饭后上腹胀痛，慢性胃炎复诊' },
      subjective: {
        en: 'Dull upper belly pain after meals on and off for months, worse under stress. No vomiting, no weight loss.',
        zh: '数月来餐后上腹隐痛、饱胀，紧张时加重。无呕吐、消瘦。',
      },
      objective: {
        en: 'Endoscopy this spring: superficial gastritis, Helicobacter negative (report seen).',
        zh: '今春胃镜：浅表性胃炎，Hp阴性（已阅报告）。',
      },
      assessment: { en: 'Chronic superficial gastritis.', zh: '慢性浅表性胃炎。' },
      plan: {
        en: 'Mucosal protection for two weeks, regular meals, less coffee and spirits.',
        zh: '胃黏膜保护剂两周，规律饮食，少咖啡、戒烈酒。',
      },
      summary: {
        en: 'Your stomach lining is mildly inflamed, nothing dangerous. Medicine for two weeks and regular meals.',
        zh: '轻度胃炎，无需担心。服药两周，规律饮食。',
      },
    },
    {
      code: 'K52.9',
      course: 'acute',
      ages: [16, 70],
      complaint: { en: 'Loose stools since the day before yesterday', zh: '前天开始拉肚子' },
      subjective: {
        en: 'Watery stools four times a day after eating out, cramps before. No blood, no fever, keeps fluids down.',
        zh: '外出就餐后水样便每日4次，便前腹痛。无血便、发热，可进水。',
      },
      objective: {
        en: 'By video: alert, moist lips. Own thermometer 36.9 °C.',
        zh: '视频所见：神清，口唇湿润。自测体温36.9℃。',
      },
      assessment: { en: 'Gastroenteritis, no sign of dehydration.', zh: '胃肠炎，无脱水征象。' },
      plan: {
        en: 'Oral rehydration, light food, smectite. In person with blood, high fever or no urine for eight hours.',
        zh: '口服补液，清淡饮食，蒙脱石散。如便血、高热或8小时无尿请线下就诊。',
      },
      summary: {
        en: 'A stomach upset. Drink rehydration solution in small sips. Blood, high fever or no urine for eight hours: go to hospital.',
        zh: '胃肠炎。请少量多次口服补液。如便血、高热或八小时无尿，请到医院。',
      },
    },
  ],
};
