import { defineTemplate, discreet } from './template.ts';

/** Messages about visits and their results. Outside the inbox they only say that there is something to read. */
export const careTemplates = {
  'visit.doctor-ready': defineTemplate({
    facts: { doctor: 'person' },
    inbox: {
      title: { en: 'The doctor is ready for you', zh: '医生已准备就绪' },
      body: { en: '{doctor} is waiting for you in the call.', zh: '{doctor}正在等您进入视频。' },
    },
    ...discreet,
    sms: {
      en: '{hospital}: it is your turn. Open the page now.',
      zh: '【{hospital}】轮到您了，请现在打开页面。',
    },
    push: { en: 'It is your turn. Open the page now.', zh: '轮到您了，请现在打开页面。' },
    urgent: true,
    staleAfterMinutes: 10,
  }),
  /** The patient stepped away, or their page is closed. */
  'visit.turn-come': defineTemplate({
    facts: { doctor: 'person', until: 'instant' },
    inbox: {
      title: { en: 'It is your turn', zh: '轮到您了' },
      body: {
        en: '{doctor} will see you next. Please come back. We are holding your place until {until}.',
        zh: '请尽快返回，{doctor}接下来为您接诊，您的位置保留至 {until}。',
      },
    },
    ...discreet,
    sms: {
      en: '{hospital}: it is your turn. Please come back. We are holding your place until {until}.',
      zh: '【{hospital}】轮到您了，请尽快返回，您的位置保留至 {until}。',
    },
    push: {
      en: 'It is your turn. Please come back. We are holding your place until {until}.',
      zh: '轮到您了，请尽快返回，您的位置保留至 {until}。',
    },
    urgent: true,
    staleAfterMinutes: 15,
  }),
  'visit.place-ended': defineTemplate({
    facts: { doctor: 'person' },
    inbox: {
      title: { en: 'You lost your place in the waiting room', zh: '您的候诊已结束' },
      body: {
        en: 'It was your turn with {doctor}, but we could not reach you. You can start a new visit at any time.',
        zh: '轮到{doctor}为您接诊时未能联系到您。您可以随时重新就诊。',
      },
    },
    ...discreet,
    sms: null,
  }),
  'visit.doctor-behind': defineTemplate({
    facts: { doctor: 'person', at: 'instant' },
    inbox: {
      title: { en: 'The doctor has not started yet', zh: '医生尚未开始接诊' },
      body: {
        en: 'Your appointment with {doctor} was at {at}. We are holding your place. You can wait, see another doctor or leave. Leaving does not count as a missed appointment.',
        zh: '您预约了{doctor}，时间 {at}。您的位置会保留。您可以继续等待、改看其他医生，或离开，不计爽约。',
      },
    },
    mail: null,
    sms: {
      en: '{hospital}: your visit will start later than {at}. We are holding your place.',
      zh: '【{hospital}】就诊将晚于 {at}，您的位置会保留。',
    },
    push: {
      en: 'Your visit will start later than {at}. We are holding your place.',
      zh: '就诊将晚于 {at}，您的位置会保留。',
    },
    urgent: true,
    staleAfterMinutes: 30,
  }),
  'visit.doctor-late': defineTemplate({
    facts: { doctor: 'person', at: 'instant' },
    inbox: {
      title: { en: 'The doctor is running late', zh: '医生将会延迟' },
      body: { en: '{doctor} is expected at {at}.', zh: '{doctor}预计 {at} 可以接诊。' },
    },
    mail: null,
    sms: {
      en: '{hospital}: your visit is delayed, probably until {at}. We are holding your place.',
      zh: '【{hospital}】就诊将延迟，预计 {at}，您的位置会保留。',
    },
    push: {
      en: 'Your visit is delayed, probably until {at}. We are holding your place.',
      zh: '就诊将延迟，预计 {at}，您的位置会保留。',
    },
    urgent: true,
  }),
  'visit.handed-over': defineTemplate({
    facts: { doctor: 'person', before: 'person' },
    inbox: {
      title: { en: 'Another doctor will see you', zh: '由另一位医生接诊' },
      body: {
        en: '{doctor} will see you instead of {before}. You keep your place.',
        zh: '{doctor}将代替{before}为您接诊，您的候诊顺序不变。',
      },
    },
    ...discreet,
    sms: null,
  }),
  /** The doctor's account was closed while the patient waited or was in the call, and no other doctor of the department is available. */
  'visit.doctor-gone': defineTemplate({
    facts: { doctor: 'person' },
    inbox: {
      title: { en: 'Your doctor cannot continue', zh: '您的医生暂时无法继续接诊' },
      body: {
        en: '{doctor} cannot continue your visit. You keep your place, and the next available doctor will see you. If you cannot wait, contact the hospital.',
        zh: '{doctor}无法继续为您接诊。您的候诊顺序不变，下一位空闲的医生将为您接诊。如不便等待，请联系医院。',
      },
    },
    mail: null,
    sms: {
      en: '{hospital}: your visit is delayed and a colleague will see you. We are holding your place.',
      zh: '【{hospital}】稍后将由其他人员为您接诊，您的位置会保留。',
    },
    push: {
      en: 'Your visit is delayed and a colleague will see you. We are holding your place.',
      zh: '稍后将由其他人员为您接诊，您的位置会保留。',
    },
    urgent: true,
    staleAfterMinutes: 30,
  }),
  /** The same, a minute later, for a patient who was in the call. */
  'visit.back-in-queue': defineTemplate({
    facts: { doctor: 'person' },
    inbox: {
      title: { en: 'You are back in the waiting room', zh: '您已回到候诊室' },
      body: {
        en: 'No doctor could continue your visit with {doctor}. You keep your place, and the next available doctor will see you. You can also leave or choose another time. This does not count as a missed appointment.',
        zh: '暂时没有医生能接续{doctor}为您接诊。您的原有位置保留，下一位到岗的医生将为您看诊。您也可以离开或另选时间，不会记为爽约。',
      },
    },
    mail: null,
    sms: {
      en: '{hospital}: you are back in the waiting room and keep your place. You can also choose another time.',
      zh: '【{hospital}】您已回到候诊室，原有位置保留，也可另选时间。',
    },
    push: {
      en: 'You are back in the waiting room and keep your place.',
      zh: '您已回到候诊室，原有位置保留。',
    },
    urgent: true,
    staleAfterMinutes: 30,
  }),
  'visit.summary-ready': defineTemplate({
    facts: { doctor: 'person' },
    inbox: {
      title: { en: 'Your visit summary is ready', zh: '就诊小结已生成' },
      body: { en: 'You can now read the summary from {doctor}.', zh: '{doctor}为您写的就诊小结可以查看了。' },
    },
    ...discreet,
    sms: null,
  }),
  'visit.follow-up-due': defineTemplate({
    facts: { doctor: 'person', day: 'day' },
    inbox: {
      title: { en: 'Time for a follow-up', zh: '复诊提醒' },
      body: { en: '{doctor} would like to see you again around {day}.', zh: '{doctor}建议您在 {day} 前后复诊。' },
    },
    ...discreet,
  }),
  'document.ready': defineTemplate({
    facts: { doctor: 'person' },
    inbox: {
      title: { en: 'A document is ready for you', zh: '有新的文书' },
      body: { en: '{doctor} signed a document for you.', zh: '{doctor}为您开具了一份已签名的文书。' },
    },
    ...discreet,
    sms: null,
  }),
  'chat.message': defineTemplate({
    facts: { from: 'person' },
    inbox: {
      title: { en: 'New message', zh: '新消息' },
      body: { en: 'You have a new message from {from}.', zh: '{from}给您发来了消息。' },
    },
    ...discreet,
    sms: null,
  }),
  'chart.emergency-opened': defineTemplate({
    facts: { doctor: 'person', at: 'instant' },
    inbox: {
      title: { en: 'Emergency access to your record', zh: '您的病历被紧急访问' },
      body: {
        en: '{doctor} opened your record at {at}. You can read the reason in your record.',
        zh: '{doctor}于 {at} 紧急访问了您的病历并说明了理由，您可以在病历中查看。',
      },
    },
    ...discreet,
    sms: null,
  }),
} as const;
