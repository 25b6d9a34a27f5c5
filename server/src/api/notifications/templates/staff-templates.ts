import { defineTemplate } from './template.ts';

/** Messages to staff. */
export const staffTemplates = {
  'staff.invited': defineTemplate({
    facts: { until: 'instant' },
    inbox: null,
    mail: {
      subject: { en: 'Your invitation to {hospital}', zh: '{hospital}邀请您加入' },
      text: {
        en: 'You are invited to join {hospital}. Open this link by {until}. It works once:\n{link}\n\nIf your role needs a licence, you enter it after joining. The hospital confirms it before you start.',
        zh: '{hospital}邀请您加入。请在 {until} 前打开以下链接，链接仅可使用一次：\n{link}\n\n如岗位需要执业证书，请在加入后填写，医院确认后即可开始工作。',
      },
    },
    sms: null,
  }),
  'staff.invitation-reminder': defineTemplate({
    facts: { until: 'instant' },
    inbox: null,
    mail: {
      subject: { en: 'Reminder: your invitation to {hospital}', zh: '提醒：{hospital}邀请您加入' },
      text: {
        en: 'Your invitation to join {hospital} expires at {until}. Open this link to accept. It works once:\n{link}',
        zh: '{hospital}的加入邀请将于 {until} 失效。请打开以下链接接受邀请，链接仅可使用一次：\n{link}',
      },
    },
    sms: null,
  }),
  /** To administrators. */
  'staff.details-sent': defineTemplate({
    facts: { who: 'person' },
    inbox: {
      title: { en: 'A licence is waiting for confirmation', zh: '有执业信息待确认' },
      body: {
        en: '{who} sent their details. Check the licence and confirm it, so that they can start.',
        zh: '{who}已提交个人执业信息，请核对执业证书并确认，确认后方可执业。',
      },
    },
    mail: null,
    sms: null,
  }),
  'staff.details-returned': defineTemplate({
    facts: {},
    inbox: {
      title: { en: 'Please correct your details', zh: '请修改您的执业信息' },
      body: {
        en: 'The hospital could not confirm your details. Read the note, correct them and send them again.',
        zh: '医院未能确认您的执业信息。请查看说明，修改后重新提交。',
      },
    },
    mail: {
      subject: { en: 'Please correct your details at {hospital}', zh: '请修改您在{hospital}的执业信息' },
      text: {
        en: 'The hospital could not confirm your details. Sign in, read the note, correct them and send them again:\n{link}',
        zh: '医院未能确认您的执业信息。请登录查看说明，修改后重新提交：\n{link}',
      },
    },
    sms: null,
  }),
  'staff.details-missing': defineTemplate({
    facts: {},
    inbox: {
      title: { en: 'Your details are missing', zh: '请补充您的执业信息' },
      body: {
        en: 'Add your licence and other details, so that the hospital can confirm them and you can start.',
        zh: '请填写执业证书等信息并提交，医院确认后您即可开始工作。',
      },
    },
    mail: {
      subject: { en: 'Your details at {hospital} are missing', zh: '请补充您在{hospital}的执业信息' },
      text: {
        en: 'You joined {hospital}, but your licence and other details are missing. Sign in to add them:\n{link}',
        zh: '您已加入{hospital}，但尚未填写执业证书等信息。请登录填写：\n{link}',
      },
    },
    sms: null,
  }),
  'staff.confirmed': defineTemplate({
    facts: {},
    inbox: {
      title: { en: 'Your licence is confirmed', zh: '您的执业信息已确认' },
      body: { en: 'You can start work now. Welcome.', zh: '您现在可以开始工作了，欢迎加入。' },
    },
    mail: {
      subject: { en: 'You can start at {hospital}', zh: '您可以在{hospital}开始工作了' },
      text: {
        en: '{hospital} confirmed your licence. Sign in again to start:\n{link}',
        zh: '{hospital}已确认您的执业信息。请重新登录后开始工作：\n{link}',
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
      title: { en: 'A patient was handed over to you', zh: '有患者转交您接诊' },
      body: {
        en: '{from} handed over a patient to you. The patient and the reason are in your queue.',
        zh: '{from}将一位患者转交您接诊，患者和转交原因在您的候诊列表中。',
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
