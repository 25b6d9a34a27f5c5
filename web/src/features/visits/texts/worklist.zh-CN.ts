import type { Translated } from '../../../core/i18n/message-shape.ts';
import type en from './worklist.en.ts';

export default {
  title: '待办事项',
  lead: '尚未完成的事项，等待最久的排在最前。',
  count: '{n} 项待办 | {n} 项待办',
  search: '按患者查找',
  filter: '类别',
  every: '全部',
  showAll: '查看全部',
  empty: '没有待办事项',
  emptyText: '未签名的病历和文书、药师疑问、患者消息和续方申请会自动出现在这里。',
  noMatch: '没有符合的事项',
  noMatchText: '请换个类别，或查找其他姓名。',
  what: '事项',
  patient: '患者',
  since: '起始时间',
  kind: {
    note: '未签名病历',
    document: '未签名文书',
    question: '药师疑问',
    chat: '消息',
    repeat: '续方申请',
    proposal: '待确认',
  },
  item: {
    note: '病历未签名 | 病历未签名',
    document: '文书未签名 | {n} 份文书未签名',
    question: '药师对处方有疑问 | 药师对处方有疑问（{n} 条）',
    chat: '1 条未读消息 | {n} 条未读消息',
    repeat: '申请续方 | 申请续方',
    proposal: '1 条患者自述待确认 | {n} 条患者自述待确认',
  },
  act: { note: '签名', document: '签名', question: '答复', chat: '查看', repeat: '处理', proposal: '确认' },
  actFor: '{act}：{name}',
} satisfies Translated<typeof en>;
