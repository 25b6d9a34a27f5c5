/** Texts of the errors of the waiting room. */
export default {
  'visit.not-waiting': { title: '已不在候诊室', text: '就诊已开始或已结束，页面会显示最新状态。' },
  'visit.doctor-not-late': {
    title: '您的医生在岗',
    text: '医生迟到、暂离或离岗时才可以改看其他医生。您的位置会保留。',
  },
  'visit.no-other-doctor': { title: '暂无其他医生', text: '本科室目前没有其他在岗医生。您的位置会保留。' },
};
