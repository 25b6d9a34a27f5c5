import { defineTemplate } from './template.ts';

/** Messages about the account. */
export const accountTemplates = {
  /** A one-time code; valid for ten minutes and shown nowhere else. */
  'account.code': defineTemplate({
    facts: { code: 'text' },
    inbox: null,
    mail: {
      subject: { en: 'Your code for {hospital}', zh: '{hospital}验证码' },
      text: {
        en: 'Your code is {code}. It expires in 10 minutes and works once.\n\nThe hospital will never ask you for this code. If you did not request it, you don’t need to do anything.',
        zh: '您的验证码是 {code}，十分钟内有效，仅可使用一次。\n\n医院工作人员绝不会向您索要验证码。如果不是您本人操作，请忽略本邮件。',
      },
    },
    sms: {
      en: '{hospital}: your code is {code}. It expires in 10 minutes. Never share it.',
      zh: '【{hospital}】验证码 {code}，10 分钟内有效。请勿告诉任何人。',
    },
    security: true,
    staleAfterMinutes: 10,
  }),
  /** Sent instead of a code at sign-up with a known address, so that the page does not reveal the account. */
  'account.exists': defineTemplate({
    facts: {},
    inbox: null,
    mail: {
      subject: { en: 'You already have an account at {hospital}', zh: '您在{hospital}已有账号' },
      text: {
        en: 'Someone, perhaps you, tried to create an account with this address. You already have an account. Sign in with your password or a one-time code:\n{link}\n\nIf this was not you, you don’t need to do anything.',
        zh: '有人（可能是您本人）尝试用此邮箱注册账号。您已有账号，请直接登录；忘记密码时可使用验证码登录。\n{link}\n\n如果不是您本人操作，请忽略本邮件。',
      },
    },
    sms: {
      en: '{hospital}: this number already has an account. Sign in with a one-time code.',
      zh: '【{hospital}】此手机号已有账号，请使用验证码登录。',
    },
    security: true,
  }),
  'account.password-changed': defineTemplate({
    facts: { at: 'instant' },
    inbox: {
      title: { en: 'Your password was changed', zh: '您的密码已更改' },
      body: {
        en: 'Changed at {at}. All other sessions were signed out. If this was not you, reset your password now and call the hospital.',
        zh: '更改时间：{at}。其他设备已全部退出登录。如果不是您本人操作，请立即重置密码并致电医院。',
      },
    },
    mail: {
      subject: { en: 'Your password at {hospital} was changed', zh: '您在{hospital}的密码已更改' },
      text: {
        en: 'Your password was changed at {at}. If this was not you, reset it now and call the hospital.\n{link}',
        zh: '您的密码已于 {at} 更改。如果不是您本人操作，请立即重置密码并致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your password was changed. If this was not you, reset it now.',
      zh: '【{hospital}】您的密码已更改。如非本人操作，请立即重置密码。',
    },
    security: true,
  }),
  'account.passkey-added': defineTemplate({
    facts: { at: 'instant', name: 'text' },
    inbox: {
      title: { en: 'A passkey was added', zh: '已添加通行密钥' },
      body: {
        en: 'The passkey “{name}” was added at {at}. If this was not you, remove it now and call the hospital.',
        zh: '自 {at} 起，通行密钥“{name}”可登录您的账号。如果不是您本人操作，请立即删除并致电医院。',
      },
    },
    mail: {
      subject: { en: 'A passkey was added at {hospital}', zh: '您在{hospital}添加了通行密钥' },
      text: {
        en: 'A new passkey was added to your account at {at}. If this was not you, remove it now and call the hospital.\n{link}',
        zh: '自 {at} 起，一个新的通行密钥可登录您的账号。如果不是您本人操作，请立即删除并致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: a passkey was added to your account. If this was not you, call the hospital.',
      zh: '【{hospital}】您的账号添加了通行密钥。如非本人操作，请致电医院。',
    },
    security: true,
  }),
  /** Failed passwords in unknown browsers; at most once a day. */
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
      title: { en: 'Your account will be closed', zh: '您的账号即将注销' },
      body: {
        en: 'Your account will be closed after {until}. You can still keep it until then. If this was not you, keep it now and call the hospital.',
        zh: '账号将在 {until} 之后注销，在此之前您可以撤回。如果不是您本人操作，请立即撤回并致电医院。',
      },
    },
    mail: {
      subject: { en: 'Your account at {hospital} will be closed', zh: '您在{hospital}的账号即将注销' },
      text: {
        en: 'Your account will be closed after {until}. You can still keep it until then. If this was not you, keep it now and call the hospital.\n{link}',
        zh: '账号将在 {until} 之后注销，在此之前您可以撤回。如果不是您本人操作，请立即撤回并致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your account will be closed. If this was not you, sign in to keep it and call the hospital.',
      zh: '【{hospital}】您的账号即将注销。如非本人操作，请登录撤回并致电医院。',
    },
    security: true,
  }),
  'account.closing-taken-back': defineTemplate({
    facts: {},
    inbox: {
      title: { en: 'Your account will not be closed', zh: '您的账号已保留' },
      body: { en: 'The request to close your account was withdrawn.', zh: '注销申请已撤回。' },
    },
    mail: {
      subject: { en: 'Your account at {hospital} will not be closed', zh: '您在{hospital}的账号已保留' },
      text: { en: 'The request to close your account was withdrawn.\n{link}', zh: '注销申请已撤回。\n{link}' },
    },
    sms: null,
    security: true,
  }),
  /** Sent to the former addresses of a closed account. */
  'account.closed': defineTemplate({
    facts: {},
    inbox: null,
    mail: {
      subject: { en: 'Your account at {hospital} was closed', zh: '您在{hospital}的账号已注销' },
      text: {
        en: 'Your account was closed as you requested, and this address was deleted. Information that must be kept by law is deleted after the retention period. You can sign up again at any time.',
        zh: '您的账号已按您的申请注销，此地址已删除。依法须保存的内容将保存至期限届满。欢迎您随时重新注册。',
      },
    },
    sms: {
      en: '{hospital}: your account was closed as you requested.',
      zh: '【{hospital}】您的账号已按您的申请注销。',
    },
    security: true,
  }),
  /** Sent to the old address or number as well. */
  'account.contact-changed': defineTemplate({
    facts: { at: 'instant', contact: 'text' },
    inbox: {
      title: { en: 'Your contact details were changed', zh: '您的联系方式已更改' },
      body: {
        en: 'Your contact was changed to {contact} at {at}. If this was not you, call the hospital.',
        zh: '自 {at} 起，我们将通过 {contact} 联系您。如果不是您本人操作，请致电医院。',
      },
    },
    mail: {
      subject: { en: 'Your contact details at {hospital} were changed', zh: '您在{hospital}的联系方式已更改' },
      text: {
        en: 'The contact details of your account were changed at {at}. If this was not you, call the hospital immediately.',
        zh: '您的账号联系方式已于 {at} 更改。如果不是您本人操作，请立即致电医院。',
      },
    },
    sms: {
      en: '{hospital}: the contact details of your account were changed. If this was not you, call the hospital.',
      zh: '【{hospital}】您的账号联系方式已更改。如非本人操作，请立即致电医院。',
    },
    security: true,
  }),
} as const;
