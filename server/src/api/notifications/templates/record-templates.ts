import { defineTemplate, discreet } from './template.ts';

/** Messages about copies of a whole record. */
export const recordTemplates = {
  /** Sent to everyone responsible for the record, by every channel, because a copy of it leaves the hospital. */
  'record.export-asked': defineTemplate({
    facts: { at: 'instant' },
    inbox: {
      title: { en: 'A copy of your record was requested', zh: '有人申请了病历副本' },
      body: {
        en: 'Requested at {at}. If this was not you or a person who acts for you, change your password and call the hospital.',
        zh: '申请时间：{at}。如果不是您本人或您的代办人操作，请立即更改密码并致电医院。',
      },
    },
    ...discreet,
    security: true,
  }),
  'record.export-ready': defineTemplate({
    facts: { until: 'instant' },
    inbox: {
      title: { en: 'The copy of your record is ready', zh: '病历副本已备好' },
      body: {
        en: 'You can download it until {until}.',
        zh: '请在 {until} 前下载，之后将被删除。',
      },
    },
    ...discreet,
    sms: null,
  }),
  'record.export-failed': defineTemplate({
    facts: {},
    inbox: {
      title: { en: 'The copy of your record failed', zh: '病历副本未能生成' },
      body: {
        en: 'Something went wrong. Your record is safe. Request a new copy.',
        zh: '我们这边出了问题，您的病历完好无损。请重新申请副本。',
      },
    },
    ...discreet,
    sms: null,
  }),
} as const;
