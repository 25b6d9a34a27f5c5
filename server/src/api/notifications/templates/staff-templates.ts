import { defineTemplate } from './template.ts';

/** Messages to staff. */
export const staffTemplates = {
  'staff.invited': defineTemplate({
    facts: { until: 'instant' },
    inbox: null,
    mail: {
      subject: { en: 'Your invitation to {hospital}', zh: '{hospital}邀请您加入' },
      text: {
        en: 'You are invited to join {hospital}. Open this link by {until}. It works once:\n{link}',
        zh: '{hospital}邀请您加入。请在 {until} 前打开以下链接，链接仅可使用一次：\n{link}',
      },
    },
    sms: null,
  }),
  'pharmacy.invited': defineTemplate({
    facts: { until: 'instant' },
    inbox: null,
    mail: {
      subject: { en: 'Your invitation to {hospital}', zh: '{hospital}邀请您加入' },
      text: {
        en: '{hospital} invites you to work together. Open this link by {until}. It works once:\n{link}',
        zh: '{hospital}邀请您与其合作。请在 {until} 前打开以下链接，链接仅可使用一次：\n{link}',
      },
    },
    sms: null,
  }),
  'staff.visit-handed-over': defineTemplate({
    facts: { from: 'person' },
    inbox: {
      title: { en: 'A patient was handed over to you', zh: '有患者转给您接诊' },
      body: {
        en: '{from} handed over a patient to you. The patient and the reason are in your queue.',
        zh: '{from}将一位患者转给您接诊，患者和转诊原因在您的候诊列表中。',
      },
    },
    mail: null,
    sms: null,
  }),
  /** Not a colleague's action: the account of the previous doctor was closed. */
  'staff.visit-came-over': defineTemplate({
    facts: { from: 'person' },
    inbox: {
      title: { en: 'A patient was moved to your queue', zh: '有患者改由您接诊' },
      body: {
        en: '{from} no longer sees patients. One of their patients is now in your queue and keeps their place.',
        zh: '{from}已不再接诊，其一位患者按原候诊时间进入了您的候诊列表。',
      },
    },
    mail: null,
    sms: null,
  }),
  'staff.visit-given-back': defineTemplate({
    facts: { by: 'person' },
    inbox: {
      title: { en: 'A patient was returned to you', zh: '患者已退回给您' },
      body: {
        en: '{by} could not take over this patient. The patient and the reason are in your queue.',
        zh: '{by}无法接手，患者已回到您的候诊列表，原因见列表。',
      },
    },
    mail: null,
    sms: null,
  }),
} as const;
