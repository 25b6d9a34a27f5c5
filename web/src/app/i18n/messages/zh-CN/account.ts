import type { Translated } from '../../message-shape.ts';
import type en from '../en/account.ts';

export default {
  signIn: {
    title: '登录',
    lead: '足不出户，视频看医生。',
    hospital: '医院',
    hospitalPlaceholder: '请选择医院',
    email: '邮箱',
    password: '密码',
    showPassword: '显示密码',
    hidePassword: '隐藏密码',
    submit: '登录',
    noAccount: '第一次来？',
    signUp: '注册患者账户',
    verify: '处方验真',
    demoTitle: '演示医院',
    demoText: '这里没有真实患者。选择一个身份进入。',
  },
  signUp: {
    title: '注册账户',
    lead: '请填写真实姓名，处方只对实名本人有效。',
    name: '真实姓名',
    nameHelp: '与身份证件一致。',
    nameLatin: '姓名拼音',
    nameLatinHelp: '例如 Li Wei。可以不填。',
    birthDate: '出生日期',
    sex: '性别',
    phone: '电话',
    phoneHelp: '视频中断时医生可以联系到您。',
    passwordHelp: '至少 10 个字符，一句短话就很好。',
    submit: '注册',
    haveAccount: '已有账户？',
    signIn: '登录',
    draftKept: '除密码外，您填写的内容会保留到关闭此标签页。',
  },
  ended: {
    'signed-out': '您已退出登录。',
    expired: '为保护您的信息，登录已过期，请重新登录。',
    reused: '此登录在两处被使用，为了您的安全已关闭，请重新登录。',
  },
} satisfies Translated<typeof en>;
