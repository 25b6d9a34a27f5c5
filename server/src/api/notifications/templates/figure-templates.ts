import { defineTemplate } from './template.ts';

/** About the hospital’s figures, which name no patient. */
export const figureTemplates = {
  'figures.monthly-report': defineTemplate({
    facts: { from: 'day', to: 'day' },
    inbox: {
      title: { en: 'The report of the month is there', zh: '上月运营报告已生成' },
      body: {
        en: 'The figures from {from} to {to} were sent to you by mail.',
        zh: '{from}至{to}的运营指标报告已发送到您的邮箱。',
      },
    },
    mail: {
      subject: { en: 'Monthly report of {hospital}', zh: '{hospital}月度运营报告' },
      text: {
        en: 'Attached are the figures of {hospital} from {from} to {to}, with the charts of the dashboard. No patient is named in them. Who gets this report is decided in the hospital’s settings.\n\nThe live figures:\n{link}',
        zh: '附件是{hospital}{from}至{to}的运营指标报告，图表与看板一致，不涉及任何患者姓名。接收人可在医院设置中更改。\n\n实时数据：\n{link}',
      },
    },
    sms: null,
    // A process that is down for a day sends it on the next; later than that it is old news.
    staleAfterMinutes: 3 * 24 * 60,
  }),
} as const;
