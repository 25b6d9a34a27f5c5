import type { Translated } from '../../../core/i18n/message-shape.ts';
import type en from './notifications.en.ts';

export default {
  title: '消息',
  lead: '医院发给您的消息。',
  unread: '未读',
  all: '全部',
  readAll: '全部标为已读',
  about: '关于{name}',
  new: '新',
  empty: '还没有消息',
  emptyText: '医院发给您的消息会显示在这里。',
  emptyUnread: '没有未读消息',
  demo: {
    title: '演示信箱',
    lead: '演示系统不会真正发送邮件和短信，本应发出的内容都显示在这里，任何人都可查看。',
    mail: '邮件',
    sms: '短信',
    to: '发送至 {address}',
    empty: '还没有发送任何内容',
    refresh: '刷新',
  },
} satisfies Translated<typeof en>;
