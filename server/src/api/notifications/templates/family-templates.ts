import { defineTemplate, discreet } from './template.ts';

/** Messages about guardianships. */
export const familyTemplates = {
  'family.invited': defineTemplate({
    facts: { guardian: 'person' },
    inbox: {
      title: { en: '{guardian} wants to act for you', zh: '{guardian}申请代您办理' },
      body: {
        en: 'If you agree, they can book for you, see your record and join your video visits. Nothing changes until you agree.',
        zh: '同意后，对方可以代您预约、查看病历和参加视频就诊。您同意之前不会有任何变化。',
      },
    },
    ...discreet,
    security: true,
  }),
  'family.decided': defineTemplate({
    facts: { dependant: 'person' },
    inbox: {
      title: { en: '{dependant} has answered', zh: '{dependant}已答复' },
      body: { en: 'Open “Family” to see the answer.', zh: '请在“家庭成员”中查看您是否可以代为办理。' },
    },
    ...discreet,
    sms: null,
  }),
  'family.ended': defineTemplate({
    facts: { other: 'person' },
    inbox: {
      title: { en: 'Acting for another person has ended', zh: '代办关系已结束' },
      body: {
        en: 'This concerns you and {other}. The record stays with the patient.',
        zh: '涉及您与{other}。病历仍属于患者本人。',
      },
    },
    ...discreet,
    sms: null,
    security: true,
  }),
  'family.of-age': defineTemplate({
    facts: { dependant: 'person' },
    inbox: {
      title: { en: '{dependant} is now an adult', zh: '{dependant}已成年' },
      body: {
        en: 'You no longer act for {dependant}. They can ask the hospital for their own account.',
        zh: '您不再代{dependant}办理。本人可向医院申请自己的账号。',
      },
    },
    ...discreet,
    sms: null,
  }),
} as const;
