export default {
  signed: '医生已为处方签名',
  'under-review': '药师正在审核您的处方',
  approved: '您的处方已审核通过',
  rejected: '药师已将处方退回医生',
  rejectedText: '医生会看到原因，并与您沟通。',
  open: '查看',
  dismiss: '收起',
  completed: '就诊已结束，这是您的小结。',
  left: '您已离开通话。就诊由医生结束，仍在进行中。',
};
