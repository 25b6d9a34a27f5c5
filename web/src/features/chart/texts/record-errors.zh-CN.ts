/** Texts of the errors about what is answered before a visit, and about copies of a record. */
export default {
  'intake.closed': { title: '就诊已开始', text: '之前的回答医生可以看到，其余情况请在就诊中告诉医生。' },
  'intake.form-unknown': { title: '问题已更新', text: '请重新打开页面，已填写的内容会保留。' },
  'export.too-many': {
    title: '今天申请的副本已达上限',
    text: '每天最多申请三次。请明天再来；已备好的副本仍可下载。',
  },
  'export.not-ready': { title: '副本尚未备好', text: '正在生成，本页会显示进度。' },
  'export.expired': { title: '此副本已删除', text: '为保护您的病历，副本只保存一天。请重新申请。' },
  'export.link-used': {
    title: '此链接已失效',
    text: '每个下载链接只能使用一次，且仅几分钟内有效。请返回页面重新下载。',
  },
  'export.transition-refused': { title: '副本状态已变化', text: '没有执行任何操作，页面显示的是最新状态。' },
};
