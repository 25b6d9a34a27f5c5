/** Texts of the errors about what the administrator and the operator keep. */
export default {
  'staff.last-administrator': {
    title: '这是最后一位管理员',
    text: '没有任何改动。请先将该角色授予他人，再重试。',
  },
  'staff.roles-refused': {
    title: '这些角色不能同时授予',
    text: '没有任何改动。执业人员可以查看病历，管理人员不可以；任何人也不能审核自己的处方。',
  },
  'staff.practitioner-missing': {
    title: '缺少执业信息',
    text: '没有任何改动。执业人员需要职称、执业证号和证书有效期。',
  },
  'department.in-use': {
    title: '该科室正在使用',
    text: '没有删除：有就诊或人员属于该科室。可以改为停用，停用后不再对外提供。',
  },
  'price.in-force': {
    title: '该价目表已经生效',
    text: '没有任何改动：当时的价格已经存档。请发布新的价目表。',
  },
  'consent.incomplete': {
    title: '缺少一种语言',
    text: '没有发布。中文和英文的标题与正文都必须填写。',
  },
  'brand.colour-refused': {
    title: '此颜色不够清晰',
    text: '没有发布。最接近的清晰颜色是 {nearest}。',
  },
};
