import { defineTemplate } from './template.ts';

/** Messages about the hospital’s figures, which name no patient. */
export const figureTemplates = {
  'figures.monthly-report': defineTemplate({
    facts: { from: 'day', to: 'day' },
    inbox: {
      title: { en: 'The monthly report is ready', zh: '上月运营报告已生成' },
      body: {
        en: 'The figures from {from} to {to} were sent to you by e-mail.',
        zh: '{from}至{to}的运营指标报告已发送到您的邮箱。',
      },
    },
    mail: {
      subject: { en: 'Monthly report of {hospital}', zh: '{hospital}月度运营报告' },
      text: {
        en: 'The figures of {hospital} from {from} to {to} are attached. They do not name patients. The hospital’s settings decide who receives this report.\n\nLive figures:\n{link}',
        zh: '附件是{hospital}{from}至{to}的运营指标报告，图表与看板一致，不涉及任何患者姓名。接收人可在医院设置中更改。\n\n实时数据：\n{link}',
      },
    },
    sms: null,
    // A process that was down for a day still sends it; after that it is out of date.
    staleAfterMinutes: 3 * 24 * 60,
  }),
} as const;
