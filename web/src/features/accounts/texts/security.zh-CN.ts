import type { Translated } from '../../../core/i18n/message-shape.ts';
import type en from './security.en.ts';

export default {
  title: '账号安全',
  lead: '您的密码和通行密钥。',
  staffLead: '您的二次验证方式和密码。',
  acting: '您正在代他人办理。请先切换回本人，再更改安全设置。',
  password: {
    title: '密码',
    lead: '修改密码后，其他设备将全部退出登录。',
    none: '您的账号没有密码，使用验证码或通行密钥登录。',
    change: '修改密码',
    set: '设置密码',
    current: '当前密码',
    currentHelp: '用于确认是您本人。',
    new: '新密码',
    newHelp: '至少 10 个字符，一句自己的短话就很好。',
    save: '保存密码',
    changed: '密码已修改，其他设备已全部退出登录。',
  },
  passkeys: {
    title: '通行密钥',
    lead: '用指纹、面容或设备密码登录，无需输入密码。',
    manage: '管理通行密钥',
  },
} satisfies Translated<typeof en>;
