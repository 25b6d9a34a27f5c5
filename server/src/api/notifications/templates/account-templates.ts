import { defineTemplate } from './template.ts';

/** About the account itself. */
export const accountTemplates = {
  /** A one-time code; it is shown nowhere else and good for ten minutes. */
  'account.code': defineTemplate({
    facts: { code: 'text' },
    inbox: null,
    mail: {
      subject: { en: 'Your code for {hospital}', zh: '{hospital}验证码' },
      text: {
        en: 'Your code is {code}. It is good for ten minutes and can be used once.\n\nNobody from the hospital will ever ask you for it. If you did not ask for a code, you need not do anything.',
        zh: '您的验证码是 {code}，十分钟内有效，仅可使用一次。\n\n医院工作人员绝不会向您索要验证码。如果不是您本人操作，请忽略本邮件。',
      },
    },
    sms: {
      en: '{hospital}: your code is {code}. Good for 10 minutes. Never tell it to anyone.',
      zh: '【{hospital}】验证码 {code}，10 分钟内有效。请勿告诉任何人。',
    },
    security: true,
    staleAfterMinutes: 10,
  }),
  /** Sent instead of a code when somebody signs up with an address that has an account already, so that a stranger learns nothing. */
  'account.exists': defineTemplate({
    facts: {},
    inbox: null,
    mail: {
      subject: { en: 'You have an account at {hospital}', zh: '您在{hospital}已有账号' },
      text: {
        en: 'Somebody, perhaps you, tried to create an account with this address. You have one already: sign in, also with a code if you forgot the password.\n{link}\n\nIf it was not you, you need not do anything.',
        zh: '有人（可能是您本人）尝试用此邮箱注册账号。您已有账号，请直接登录；忘记密码时可使用验证码登录。\n{link}\n\n如果不是您本人操作，请忽略本邮件。',
      },
    },
    sms: {
      en: '{hospital}: you have an account with this number already. Sign in with a code.',
      zh: '【{hospital}】此手机号已有账号，请使用验证码登录。',
    },
    security: true,
  }),
  'account.password-changed': defineTemplate({
    facts: { at: 'instant' },
    inbox: {
      title: { en: 'Your password was changed', zh: '您的密码已更改' },
      body: {
        en: 'Changed at {at}. All other sign-ins were ended. If it was not you, reset the password now and phone the hospital.',
        zh: '更改时间：{at}。其他设备已全部退出登录。如果不是您本人操作，请立即重置密码并致电医院。',
      },
    },
    mail: {
      subject: { en: 'Your password at {hospital} was changed', zh: '您在{hospital}的密码已更改' },
      text: {
        en: 'Your password was changed at {at}. If it was not you, reset it now and phone the hospital.\n{link}',
        zh: '您的密码已于 {at} 更改。如果不是您本人操作，请立即重置密码并致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your password was changed. If it was not you, reset it now.',
      zh: '【{hospital}】您的密码已更改。如非本人操作，请立即重置密码。',
    },
    security: true,
  }),
  'account.passkey-added': defineTemplate({
    facts: { at: 'instant', name: 'text' },
    inbox: {
      title: { en: 'A passkey was added', zh: '已添加通行密钥' },
      body: {
        en: '“{name}” opens your account since {at}. If it was not you, remove it now and phone the hospital.',
        zh: '自 {at} 起，通行密钥“{name}”可登录您的账号。如果不是您本人操作，请立即删除并致电医院。',
      },
    },
    mail: {
      subject: { en: 'A passkey was added at {hospital}', zh: '您在{hospital}添加了通行密钥' },
      text: {
        en: 'Since {at} a new passkey opens your account. If it was not you, remove it now and phone the hospital.\n{link}',
        zh: '自 {at} 起，一个新的通行密钥可登录您的账号。如果不是您本人操作，请立即删除并致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: a passkey was added to your account. If it was not you, phone the hospital.',
      zh: '【{hospital}】您的账号添加了通行密钥。如非本人操作，请致电医院。',
    },
    security: true,
  }),
  /** Wrong passwords in browsers that the account was not opened in: once a day at most. */
  'account.sign-in-failures': defineTemplate({
    facts: { at: 'instant', count: 'text' },
    inbox: {
      title: { en: 'Failed sign-ins to your account', zh: '您的账号登录失败' },
      body: {
        en: 'Up to {at}, a wrong password was entered {count} times on a device that you have not used before. If it was not you, you need not do anything: your password was not found. Change it if you use it elsewhere.',
        zh: '截至 {at}，有人在您未使用过的设备上 {count} 次输入错误密码。如果不是您本人操作，您的密码并未被猜中，无需处理；如在其他网站使用相同密码，请尽快修改。',
      },
    },
    mail: {
      subject: { en: 'Failed sign-ins to your account at {hospital}', zh: '您在{hospital}的账号登录失败' },
      text: {
        en: 'Up to {at}, a wrong password was entered {count} times on a device that you have not used before. The account was not opened. If you use the same password elsewhere, change it.\n{link}',
        zh: '截至 {at}，有人在您未使用过的设备上 {count} 次输入错误密码，账号未被登录。如在其他网站使用相同密码，请尽快修改。\n{link}',
      },
    },
    sms: null,
    security: true,
  }),
  'account.closing-asked': defineTemplate({
    facts: { until: 'instant' },
    inbox: {
      title: { en: 'Your account is going to be closed', zh: '您的账号即将注销' },
      body: {
        en: 'It is closed after {until}. Until then you can keep it after all. If it was not you, do so now and phone the hospital.',
        zh: '账号将在 {until} 之后注销，在此之前您可以撤回。如果不是您本人操作，请立即撤回并致电医院。',
      },
    },
    mail: {
      subject: { en: 'Your account at {hospital} is going to be closed', zh: '您在{hospital}的账号即将注销' },
      text: {
        en: 'It is closed after {until}. Until then you can keep it after all; if it was not you, do so now and phone the hospital.\n{link}',
        zh: '账号将在 {until} 之后注销，在此之前您可以撤回。如果不是您本人操作，请立即撤回并致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your account is going to be closed. If it was not you, sign in, keep it and phone the hospital.',
      zh: '【{hospital}】您的账号即将注销。如非本人操作，请登录撤回并致电医院。',
    },
    security: true,
  }),
  'account.closing-taken-back': defineTemplate({
    facts: {},
    inbox: {
      title: { en: 'Your account stays', zh: '您的账号已保留' },
      body: { en: 'The request to close it was taken back.', zh: '注销申请已撤回。' },
    },
    mail: {
      subject: { en: 'Your account at {hospital} stays', zh: '您在{hospital}的账号已保留' },
      text: { en: 'The request to close it was taken back.\n{link}', zh: '注销申请已撤回。\n{link}' },
    },
    sms: null,
    security: true,
  }),
  /** To addresses that the account had: nobody signs in to it any more. */
  'account.closed': defineTemplate({
    facts: {},
    inbox: null,
    mail: {
      subject: { en: 'Your account at {hospital} was closed', zh: '您在{hospital}的账号已注销' },
      text: {
        en: 'Your account was closed as you asked, and this address was deleted. What the law wants kept is kept until its time is over. You are welcome to sign up anew.',
        zh: '您的账号已按您的申请注销，此地址已删除。依法须保存的内容将保存至期限届满。欢迎您随时重新注册。',
      },
    },
    sms: {
      en: '{hospital}: your account was closed as you asked.',
      zh: '【{hospital}】您的账号已按您的申请注销。',
    },
    security: true,
  }),
  /** To the old address and the old number too. */
  'account.contact-changed': defineTemplate({
    facts: { at: 'instant', contact: 'text' },
    inbox: {
      title: { en: 'Your contact was changed', zh: '您的联系方式已更改' },
      body: {
        en: 'Since {at} we reach you at {contact}. If it was not you, phone the hospital.',
        zh: '自 {at} 起，我们将通过 {contact} 联系您。如果不是您本人操作，请致电医院。',
      },
    },
    mail: {
      subject: { en: 'Your contact at {hospital} was changed', zh: '您在{hospital}的联系方式已更改' },
      text: {
        en: 'Since {at} your account has another address or number. If it was not you, phone the hospital at once.',
        zh: '您的账号联系方式已于 {at} 更改。如果不是您本人操作，请立即致电医院。',
      },
    },
    sms: {
      en: '{hospital}: the contact of your account was changed. If it was not you, phone the hospital.',
      zh: '【{hospital}】您的账号联系方式已更改。如非本人操作，请立即致电医院。',
    },
    security: true,
  }),
} as const;
