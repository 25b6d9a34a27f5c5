import type { Translated } from '../../../../core/i18n/message-shape.ts';
import type en from './passkeys.en.ts';

export default {
  title: '通行密钥',
  lead: '用您设备的指纹、面容或设备密码登录。通行密钥无法被猜中，且只在本院网页有效。',
  own: '您的通行密钥',
  none: '还没有通行密钥',
  noneText: '请只在您本人专用的设备上添加。密码和验证码仍可继续使用。',
  add: '添加通行密钥',
  name: '通行密钥名称',
  nameHelp: '便于您在列表中辨认，例如“我的手机”。',
  nameNeeded: '请填写名称。',
  thisDevice: '本设备',
  passwordHelp: '再次确认，以免他人添加通行密钥。',
  added: '已添加，今后可用此通行密钥登录。',
  addedAt: '添加于 {date}',
  usedAt: '上次使用 {date}',
  remove: '删除',
  removeTitle: '删除“{name}”？',
  removeText: '删除后将不能再用它登录。您也可以在设备设置中将其删除。',
  removed: '通行密钥已删除。',
  notMade: '没有创建通行密钥。本设备可能已有此账号的通行密钥，或窗口已关闭。您可以重试。',
  impossible: '当前网址不支持通行密钥，请联系医院。',
  unsupported: '此浏览器不支持通行密钥，请换用其他浏览器或设备。',
  acting: '您正在代他人办理，请先切换回本人再查看通行密钥。',
} satisfies Translated<typeof en>;
