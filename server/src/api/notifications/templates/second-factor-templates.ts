import { defineTemplate } from './template.ts';

/** Messages about the second factor of staff: every change is reported to its holder. */
export const secondFactorTemplates = {
  /** To staff without one, when an administrator asks for it. */
  'account.second-factor-wanted': defineTemplate({
    facts: {},
    inbox: {
      title: { en: 'Please set up a second factor', zh: '请设置二次验证' },
      body: {
        en: 'You need a second factor to sign in. Set it up on the security page before your next shift.',
        zh: '登录需要二次验证，请在下次上班前到安全页面完成设置。',
      },
    },
    mail: {
      subject: { en: 'Please set up a second factor at {hospital}', zh: '请在{hospital}设置二次验证' },
      text: {
        en: 'You need a second factor to sign in at {hospital}. Sign in before your next shift and set it up: an authenticator app or a passkey, about two minutes. You may need a code from your administrator.\n{link}',
        zh: '登录{hospital}需要二次验证。请在下次上班前登录并完成设置（身份验证器或通行密钥，约需两分钟）。可能需要向管理员领取设置码。\n{link}',
      },
    },
    sms: null,
    // By mail to everyone: the inbox cannot be read before the second factor.
    security: true,
  }),
  'account.second-factor-added': defineTemplate({
    facts: { at: 'instant', name: 'text' },
    inbox: {
      title: { en: 'A second factor was added', zh: '已添加二次验证方式' },
      body: {
        en: '“{name}” was added at {at}. If this was not you, call the hospital now: someone else may be able to sign in as you.',
        zh: '“{name}”已于 {at} 添加。如果不是您本人操作，请立即致电医院：他人可能已能以您的身份登录。',
      },
    },
    mail: {
      subject: { en: 'A second factor was added at {hospital}', zh: '您在{hospital}添加了二次验证方式' },
      text: {
        en: 'A second factor was added to your account at {at}. If this was not you, call the hospital now: someone else may be able to sign in as you.\n{link}',
        zh: '您的账号已于 {at} 添加二次验证方式。如果不是您本人操作，请立即致电医院：他人可能已能以您的身份登录。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: a second factor was added to your account. If this was not you, call the hospital now.',
      zh: '【{hospital}】您的账号添加了二次验证方式。如非本人操作，请立即致电医院。',
    },
    security: true,
  }),
  'account.device-trusted': defineTemplate({
    facts: { at: 'instant' },
    inbox: {
      title: { en: 'A device is now trusted', zh: '已信任一台设备' },
      body: {
        en: 'Since {at} you sign in there with your password alone. If this was not you, change your password now and call the hospital.',
        zh: '自 {at} 起，在该设备上仅凭密码即可登录。如果不是您本人操作，请立即更改密码并致电医院。',
      },
    },
    mail: {
      subject: { en: 'A device is now trusted at {hospital}', zh: '您在{hospital}信任了一台设备' },
      text: {
        en: 'Since {at} your account can be opened on one device with the password alone. If this was not you, change your password now and call the hospital.\n{link}',
        zh: '自 {at} 起，您的账号在一台设备上仅凭密码即可登录。如果不是您本人操作，请立即更改密码并致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: a device is now trusted for your account. If this was not you, change your password now.',
      zh: '【{hospital}】您的账号信任了一台设备。如非本人操作，请立即更改密码。',
    },
    security: true,
  }),
  'account.second-factor-removed': defineTemplate({
    facts: { at: 'instant', name: 'text' },
    inbox: {
      title: { en: 'A second factor was removed', zh: '已移除二次验证方式' },
      body: {
        en: '“{name}” was removed at {at}. If this was not you, call the hospital now.',
        zh: '“{name}”已于 {at} 移除。如果不是您本人操作，请立即致电医院。',
      },
    },
    mail: {
      subject: { en: 'A second factor was removed at {hospital}', zh: '您在{hospital}移除了二次验证方式' },
      text: {
        en: 'A second factor was removed from your account at {at}. If this was not you, call the hospital now.\n{link}',
        zh: '您的账号已于 {at} 移除一种二次验证方式。如果不是您本人操作，请立即致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: a second factor was removed from your account. If this was not you, call the hospital now.',
      zh: '【{hospital}】您的账号移除了二次验证方式。如非本人操作，请立即致电医院。',
    },
    security: true,
  }),
  'account.recovery-codes-made': defineTemplate({
    facts: { at: 'instant' },
    inbox: {
      title: { en: 'New recovery codes were created', zh: '已生成新的恢复码' },
      body: {
        en: 'Created at {at}. Earlier codes no longer work. If this was not you, call the hospital now.',
        zh: '生成时间：{at}，此前的恢复码已失效。如果不是您本人操作，请立即致电医院。',
      },
    },
    mail: {
      subject: { en: 'New recovery codes at {hospital}', zh: '您在{hospital}生成了新的恢复码' },
      text: {
        en: 'New recovery codes were created for your account at {at}. Earlier codes no longer work. If this was not you, call the hospital now.\n{link}',
        zh: '您的账号已于 {at} 生成新的恢复码，此前的恢复码已失效。如果不是您本人操作，请立即致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: new recovery codes were created for your account. If this was not you, call the hospital now.',
      zh: '【{hospital}】您的账号生成了新的恢复码。如非本人操作，请立即致电医院。',
    },
    security: true,
  }),
  'account.recovery-code-used': defineTemplate({
    facts: { at: 'instant' },
    inbox: {
      title: { en: 'A recovery code was used', zh: '恢复码已被使用' },
      body: {
        en: 'Used at {at} instead of your second factor. If this was not you, call the hospital now.',
        zh: '{at} 有人使用恢复码代替二次验证。如果不是您本人操作，请立即致电医院。',
      },
    },
    mail: {
      subject: { en: 'A recovery code was used at {hospital}', zh: '您在{hospital}的恢复码已被使用' },
      text: {
        en: 'A recovery code of your account was used at {at}. If this was not you, call the hospital now.\n{link}',
        zh: '您账号的一个恢复码已于 {at} 被使用。如果不是您本人操作，请立即致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: a recovery code of your account was used. If this was not you, call the hospital now.',
      zh: '【{hospital}】您账号的恢复码已被使用。如非本人操作，请立即致电医院。',
    },
    security: true,
  }),
  /** Sent to staff whose second factors the administrator removed. */
  'account.second-factor-reset': defineTemplate({
    facts: { at: 'instant' },
    inbox: {
      title: { en: 'Your second factor was reset', zh: '您的二次验证已重置' },
      body: {
        en: 'An administrator reset it at {at}. Set up a new one when you sign in. If you did not ask for this, call the hospital now.',
        zh: '管理员已于 {at} 重置。请在下次登录时重新设置。如果不是您提出的请求，请立即致电医院。',
      },
    },
    mail: {
      subject: { en: 'Your second factor at {hospital} was reset', zh: '您在{hospital}的二次验证已重置' },
      text: {
        en: 'An administrator reset your second factor at {at}. Set up a new one when you sign in. If you did not ask for this, call the hospital now.\n{link}',
        zh: '管理员已于 {at} 重置您的二次验证。请在下次登录时重新设置。如果不是您提出的请求，请立即致电医院。\n{link}',
      },
    },
    sms: {
      en: '{hospital}: your second factor was reset. If you did not ask for this, call the hospital.',
      zh: '【{hospital}】您的二次验证已重置。如非您提出的请求，请致电医院。',
    },
    security: true,
  }),
} as const;
