import { defineTemplate, discreet } from './template.ts';

/** Messages about prescriptions and dispensing. Outside the inbox they only say that there is something to read. */
export const prescriptionTemplates = {
  'prescription.approved': defineTemplate({
    facts: { doctor: 'person' },
    inbox: {
      title: { en: 'Your prescription is ready', zh: '处方已审核通过' },
      body: {
        en: 'A pharmacist approved the prescription from {doctor}. You can use it now.',
        zh: '{doctor}开具的处方已由药师审核通过，现在可以使用。',
      },
    },
    ...discreet,
  }),
  'prescription.rejected': defineTemplate({
    facts: { doctor: 'person' },
    inbox: {
      title: { en: 'Your prescription was not approved', zh: '处方未通过审核' },
      body: {
        en: 'The pharmacist returned the prescription from {doctor}, so it cannot be dispensed. The doctor can see the reason and decides what to do next.',
        zh: '药师已退回{doctor}开具的处方，该处方不能取药。医生会看到原因并决定后续处理。',
      },
    },
    ...discreet,
    sms: null,
  }),
  /** To the people of the pharmacy. */
  'pharmacy.prescription-sent': defineTemplate({
    facts: {},
    inbox: {
      title: { en: 'A prescription was sent to your pharmacy', zh: '收到新的处方' },
      body: {
        en: 'A patient sent an approved prescription to your pharmacy. Claim it to see the patient and dispense.',
        zh: '有患者将审核通过的处方发送到本药房，接单后可查看患者信息并调配。',
      },
    },
    ...discreet,
    sms: null,
  }),
  'repeat.decided': defineTemplate({
    facts: { doctor: 'person' },
    inbox: {
      title: { en: 'Your repeat request was answered', zh: '续方申请已答复' },
      body: { en: '{doctor} answered your repeat request.', zh: '{doctor}已答复您的续方申请。' },
    },
    ...discreet,
    sms: null,
  }),
} as const;
