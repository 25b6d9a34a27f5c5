import { defineTemplate, discreet } from './template.ts';

/** To people who work in the hospital. */
export const staffTemplates = {
  'staff.invited': defineTemplate({
    facts: { until: 'instant' },
    inbox: null,
    mail: {
      subject: { en: 'Your invitation to {hospital}', zh: '{hospital}邀请您加入' },
      text: {
        en: 'You are invited to work with {hospital}. Open this link until {until}; it is good once:\n{link}',
        zh: '{hospital}邀请您加入。请在 {until} 前打开以下链接，链接仅可使用一次：\n{link}',
      },
    },
    sms: null,
  }),
  'review.question': defineTemplate({
    facts: { from: 'person' },
    inbox: {
      title: { en: 'A pharmacist has a question', zh: '药师有疑问' },
      body: { en: '{from} asks about a prescription.', zh: '{from}对一张处方有疑问。' },
    },
    ...discreet,
    sms: null,
  }),
} as const;
