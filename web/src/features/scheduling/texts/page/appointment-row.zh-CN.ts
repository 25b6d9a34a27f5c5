/** What a row of the patient’s appointments shows. */
export default {
  title: '我的预约',
  all: '查看全部',
  checkIn: '立即报到',
  open: '可以报到了',
  offered: '限时为您保留',
  otherDoctor: '需要更换医生',
  bothClocks: '{own}（医院时间 {hospital}，{zone}）',
  status: {
    proposed: '已保留，尚未预约',
    booked: '已预约',
    'checked-in': '已报到',
    fulfilled: '已就诊',
    cancelled: '已取消',
    noshow: '爽约',
  },
};
