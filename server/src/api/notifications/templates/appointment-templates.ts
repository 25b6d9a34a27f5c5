import { defineTemplate, discreet } from './template.ts';

/** Messages about appointments. Mail and text message name the time, never the doctor or department. */
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
      title: { en: 'Your appointment was rescheduled', zh: '预约时间已更改' },
      body: { en: 'Moved from {before} to {at} with {doctor}.', zh: '由 {before} 改为 {at}，{doctor}。' },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital} was rescheduled', zh: '您在{hospital}的预约时间已更改' },
      text: { en: 'Moved from {before} to {at}.\n{link}', zh: '由 {before} 改为 {at}。\n{link}' },
    },
    sms: { en: '{hospital}: your appointment was rescheduled to {at}.', zh: '【{hospital}】您的预约时间已改为 {at}。' },
    push: { en: 'Your appointment was rescheduled to {at}.', zh: '您的预约时间已改为 {at}。' },
    neededBefore: 'at',
  }),
  'appointment.cancelled': defineTemplate({
    facts: { at: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment was cancelled', zh: '预约已取消' },
      body: { en: 'Your appointment at {at} with {doctor}.', zh: '原预约：{at}，{doctor}。' },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital} was cancelled', zh: '您在{hospital}的预约已取消' },
      text: { en: 'Your appointment at {at} was cancelled.\n{link}', zh: '{at} 的预约已取消。\n{link}' },
    },
    sms: { en: '{hospital}: your appointment at {at} was cancelled.', zh: '【{hospital}】您 {at} 的预约已取消。' },
    push: { en: 'Your appointment at {at} was cancelled.', zh: '您 {at} 的预约已取消。' },
    neededBefore: 'at',
  }),
  'appointment.doctor-gone': defineTemplate({
    facts: { at: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment needs another doctor', zh: '您的预约需要更换医生' },
      body: {
        en: '{doctor} no longer sees patients here. Choose another doctor for {at}, or another time.',
        zh: '{doctor}不再在本院出诊。请为 {at} 的预约另选医生或另选时间。',
      },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital} needs a change', zh: '您在{hospital}的预约需要调整' },
      text: {
        en: 'Your appointment at {at} needs a change. Choose a new one here:\n{link}',
        zh: '您 {at} 的预约需要调整，请在此重新选择。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your appointment at {at} needs a change. Sign in to choose a new one.',
      zh: '【{hospital}】您 {at} 的预约需要调整，请登录后重新选择。',
    },
    push: { en: 'Your appointment at {at} needs a change.', zh: '您 {at} 的预约需要调整。' },
    neededBefore: 'at',
  }),
  'appointment.other-doctor': defineTemplate({
    facts: { at: 'instant', before: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment has a new doctor', zh: '您的预约已更换医生' },
      body: {
        en: '{doctor} will see you at {at}. Previous time: {before}.',
        zh: '{doctor}将于 {at} 为您看诊，原定时间为 {before}。',
      },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital} was changed', zh: '您在{hospital}的预约有变动' },
      text: {
        en: 'Your appointment at {before} was changed to {at}.\n{link}',
        zh: '您原定 {before} 的预约有变动，现为 {at}。\n{link}',
      },
    },
    sms: { en: '{hospital}: your appointment was changed to {at}.', zh: '【{hospital}】您的预约有变动：{at}。' },
    push: { en: 'Your appointment was changed to {at}.', zh: '您的预约有变动：{at}。' },
    neededBefore: 'at',
  }),
  'appointment.reminder': defineTemplate({
    facts: { at: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment is coming up', zh: '就诊提醒' },
      body: {
        en: '{at} with {doctor}. Please be ready 10 minutes early.',
        zh: '{at}，{doctor}。请提前十分钟做好准备。',
      },
    },
    mail: {
      subject: { en: 'Appointment reminder from {hospital}', zh: '{hospital}预约提醒' },
      text: {
        en: 'Your appointment is at {at}. Please be ready 10 minutes early.\n{link}',
        zh: '您的预约时间为 {at}，请提前十分钟做好准备。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your appointment is at {at}. Please be ready 10 minutes early.',
      zh: '【{hospital}】您的预约时间为 {at}，请提前十分钟做好准备。',
    },
    push: { en: 'Your appointment is at {at}.', zh: '您的预约时间为 {at}。' },
    neededBefore: 'at',
  }),
  'appointment.place-offered': defineTemplate({
    facts: { at: 'instant', until: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'A time is available', zh: '有空余号源' },
      body: {
        en: '{at} with {doctor}. Held for you until {until}.',
        zh: '{at}，{doctor}。为您保留至 {until}。',
      },
    },
    mail: {
      subject: { en: 'A time is available at {hospital}', zh: '{hospital}有空余号源' },
      text: {
        en: 'A time at {at} is held for you until {until}.\n{link}',
        zh: '{at} 的号源为您保留至 {until}。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: a time at {at} is held for you until {until}.',
      zh: '【{hospital}】{at} 的号源为您保留至 {until}。',
    },
    push: { en: 'A time at {at} is held for you until {until}.', zh: '{at} 的号源为您保留至 {until}。' },
    neededBefore: 'until',
  }),
  /** The appointment has started without the patient, who can still come. */
  'appointment.late': defineTemplate({
    facts: { at: 'instant', doctor: 'person' },
    inbox: {
      title: { en: 'Your appointment has started', zh: '预约时间已到' },
      body: {
        en: '{doctor} has been expecting you since {at}. Check in now. We will hold your time for a few more minutes.',
        zh: '{doctor}自 {at} 起等候您。请立即报到，该时段仅再保留几分钟。',
      },
    },
    mail: {
      subject: { en: 'Your appointment at {hospital} has started', zh: '您在{hospital}的预约时间已到' },
      text: {
        en: 'Your appointment started at {at}. Check in now. We will hold your time for a few more minutes.\n{link}',
        zh: '您的预约时间为 {at}。请立即报到，该时段仅再保留几分钟。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your appointment has started. Check in now.',
      zh: '【{hospital}】您的预约时间已到，请立即报到。',
    },
    push: { en: 'Your appointment has started. Check in now.', zh: '您的预约时间已到，请立即报到。' },
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
