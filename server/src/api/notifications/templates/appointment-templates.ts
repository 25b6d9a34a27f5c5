import { defineTemplate, discreet } from './template.ts';

/** About times with a doctor. Mail and text message name the time, never the doctor or the department. */
export const appointmentTemplates = {
  'appointment.booked': defineTemplate({
    facts: { at: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment is booked', zh: '预约成功' },
      body: { en: '{at} with {doctor}.', zh: '{at}，{doctor}。' },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital}', zh: '您在{hospital}的预约' },
      text: { en: 'Your appointment is booked for {at}.\n{link}', zh: '您已预约成功，时间：{at}。\n{link}' },
    },
    sms: { en: '{hospital}: your appointment is booked for {at}.', zh: '【{hospital}】您已预约成功，时间：{at}。' },
  }),
  'appointment.moved': defineTemplate({
    facts: { at: 'instant', before: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment was moved', zh: '预约时间已更改' },
      body: { en: 'From {before} to {at}, with {doctor}.', zh: '由 {before} 改为 {at}，{doctor}。' },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital} was moved', zh: '您在{hospital}的预约时间已更改' },
      text: { en: 'From {before} to {at}.\n{link}', zh: '由 {before} 改为 {at}。\n{link}' },
    },
    sms: { en: '{hospital}: your appointment was moved to {at}.', zh: '【{hospital}】您的预约时间已改为 {at}。' },
    push: { en: 'Your appointment was moved to {at}.', zh: '您的预约时间已改为 {at}。' },
    neededBefore: 'at',
  }),
  'appointment.cancelled': defineTemplate({
    facts: { at: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment was cancelled', zh: '预约已取消' },
      body: { en: 'The appointment of {at} with {doctor}.', zh: '原预约：{at}，{doctor}。' },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital} was cancelled', zh: '您在{hospital}的预约已取消' },
      text: { en: 'The appointment of {at} was cancelled.\n{link}', zh: '{at} 的预约已取消。\n{link}' },
    },
    sms: { en: '{hospital}: the appointment of {at} was cancelled.', zh: '【{hospital}】您 {at} 的预约已取消。' },
    push: { en: 'The appointment of {at} was cancelled.', zh: '您 {at} 的预约已取消。' },
    neededBefore: 'at',
  }),
  'appointment.doctor-gone': defineTemplate({
    facts: { at: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment needs another doctor', zh: '您的预约需要更换医生' },
      body: {
        en: '{doctor} does not see patients here any more. Please choose another doctor for {at}, or another time.',
        zh: '{doctor}不再在本院出诊。请为 {at} 的预约另选医生或另选时间。',
      },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital} can’t be kept as it is', zh: '您在{hospital}的预约需要调整' },
      text: {
        en: 'Your appointment of {at} can’t be kept as it is. Please choose another one here.\n{link}',
        zh: '您 {at} 的预约需要调整，请在此重新选择。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your appointment of {at} can’t be kept as it is. Please sign in and choose again.',
      zh: '【{hospital}】您 {at} 的预约需要调整，请登录后重新选择。',
    },
    push: { en: 'Your appointment of {at} can’t be kept as it is.', zh: '您 {at} 的预约需要调整。' },
    neededBefore: 'at',
  }),
  'appointment.other-doctor': defineTemplate({
    facts: { at: 'instant', before: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment is with another doctor', zh: '您的预约已更换医生' },
      body: {
        en: '{doctor} sees you at {at}. Before, it was to be at {before}.',
        zh: '{doctor}将于 {at} 为您看诊，原定时间为 {before}。',
      },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital} was changed', zh: '您在{hospital}的预约有变动' },
      text: {
        en: 'Your appointment of {before} was changed. It is at {at}.\n{link}',
        zh: '您原定 {before} 的预约有变动，现为 {at}。\n{link}',
      },
    },
    sms: { en: '{hospital}: your appointment was changed: {at}.', zh: '【{hospital}】您的预约有变动：{at}。' },
    push: { en: 'Your appointment was changed: {at}.', zh: '您的预约有变动：{at}。' },
    neededBefore: 'at',
  }),
  'appointment.reminder': defineTemplate({
    facts: { at: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment is coming up', zh: '就诊提醒' },
      body: {
        en: '{at} with {doctor}. Please be ready ten minutes before.',
        zh: '{at}，{doctor}。请提前十分钟做好准备。',
      },
    },
    mail: {
      subject: { en: 'Reminder of your appointment at {hospital}', zh: '{hospital}预约提醒' },
      text: {
        en: 'Your appointment is at {at}. Please be ready ten minutes before.\n{link}',
        zh: '您的预约时间为 {at}，请提前十分钟做好准备。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your appointment is at {at}. Please be ready ten minutes before.',
      zh: '【{hospital}】您的预约时间为 {at}，请提前十分钟做好准备。',
    },
    push: { en: 'Your appointment is at {at}.', zh: '您的预约时间为 {at}。' },
    neededBefore: 'at',
  }),
  'appointment.place-offered': defineTemplate({
    facts: { at: 'instant', until: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'A place has become free', zh: '有空余号源' },
      body: {
        en: '{at} with {doctor}. It is kept for you until {until}.',
        zh: '{at}，{doctor}。为您保留至 {until}。',
      },
    },
    mail: {
      subject: { en: 'A place has become free at {hospital}', zh: '{hospital}有空余号源' },
      text: {
        en: 'A place at {at} is kept for you until {until}.\n{link}',
        zh: '{at} 的号源为您保留至 {until}。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: a place at {at} is kept for you until {until}.',
      zh: '【{hospital}】{at} 的号源为您保留至 {until}。',
    },
    push: { en: 'A place at {at} is kept for you until {until}.', zh: '{at} 的号源为您保留至 {until}。' },
    neededBefore: 'until',
  }),
  /** The time has begun and the patient is not there: there is still a little time. */
  'appointment.late': defineTemplate({
    facts: { at: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment has begun', zh: '预约时间已到' },
      body: {
        en: '{doctor} expects you since {at}. Please check in now; the time is kept for a few minutes only.',
        zh: '{doctor}自 {at} 起等候您。请立即报到，该时段仅再保留几分钟。',
      },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital} has begun', zh: '您在{hospital}的预约时间已到' },
      text: {
        en: 'Your appointment was to begin at {at}. Please check in now; the time is kept for a few minutes only.\n{link}',
        zh: '您的预约时间为 {at}。请立即报到，该时段仅再保留几分钟。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your appointment has begun. Please check in now.',
      zh: '【{hospital}】您的预约时间已到，请立即报到。',
    },
    push: { en: 'Your appointment has begun. Please check in now.', zh: '您的预约时间已到，请立即报到。' },
    urgent: true,
    staleAfterMinutes: 10,
  }),
  'appointment.missed': defineTemplate({
    facts: { at: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'You missed your appointment', zh: '您错过了预约' },
      body: { en: '{at} with {doctor}. You can book another time.', zh: '{at}，{doctor}。您可以重新预约。' },
    },
    ...discreet,
    sms: null,
  }),
} as const;
