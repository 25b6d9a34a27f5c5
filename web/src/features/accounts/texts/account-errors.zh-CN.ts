/** Texts of the errors about getting in and about who acts for whom. */
export default {
  'auth.session-reused': {
    title: '为了您的安全，登录已关闭',
    text: '此登录在两处被使用。请重新登录；如非本人操作，请修改密码。',
  },
  'auth.forbidden': { title: '您无权进行此操作', text: '如需开通，请联系医院。' },
  'auth.email-taken': { title: '该邮箱已有账号', text: '请直接登录，或使用其他邮箱。' },
  'auth.contact-taken': { title: '已属于其他账号', text: '您的联系方式未更改，请使用其他邮箱或手机号。' },
  'auth.code-refused': {
    title: '验证码不正确',
    text: '可能输入有误、已过期，或已被新的验证码替代。请查看最新消息，或重新获取。',
  },
  'auth.proof-expired': { title: '验证码已过期', text: '您填写的内容还在。请重新获取验证码后继续。' },
  'auth.passkey-refused': {
    title: '此通行密钥无法登录本院',
    text: '它可能属于其他医院，或已被删除。请使用密码或验证码登录。',
  },
  'auth.passkeys-full': { title: '通行密钥已达十个', text: '没有添加。请先删除不再使用的通行密钥。' },
  'account.channel-missing': { title: '本院暂时无法发送', text: '没有发送。请换一种方式，或致电医院。' },
  'account.closing': {
    title: '该账号即将注销',
    text: '没有预约。如需继续就诊，请先在“我的账号”中撤回注销申请。',
  },
  'account.closing-ended': { title: '该申请已结束', text: '没有更改。请刷新页面查看。' },
  'account.closing-obstructed': {
    title: '还有未结束的事项',
    text: '账号没有改动。请先结束就诊并取消页面列出的预约，然后再申请。',
  },
  'account.closing-staff': { title: '您也是本院工作人员', text: '没有更改。请联系管理员先办理离岗。' },
  'push.no-service': {
    title: '本院暂不支持设备通知',
    text: '没有更改。消息仍会显示在应用内，并按您的选择通过邮件和短信发送。',
  },
  'identity.no-service': { title: '暂时无法在线实名认证', text: '没有发送。请致电医院，了解如何证明身份。' },
  'identity.guardian-first': {
    title: '请先完成您本人的实名认证',
    text: '没有发送。请切换回本人完成认证，再为被代办人认证。',
  },
  'identity.other-person': {
    title: '与档案中的本人不符',
    text: '没有任何改动。该档案已属于出生日期或证件不同的人。如您的信息有变更，请致电医院。',
  },
  'identity.taken': {
    title: '该证件已属于本院另一份档案',
    text: '没有任何改动。您可能已有账号，请用该账号登录；如果没有，请致电医院。',
  },
  'visit.identity-needed': { title: '请先完成实名认证', text: '您填写的内容还在。按规定，本院患者须实名就诊。' },
  'family.acting': { title: '您正在代他人办理', text: '没有任何改动。请先切换回本人，再管理家庭成员。' },
  'family.full': { title: '家庭成员已达上限', text: '没有添加。请结束不再需要的关系，或联系医院。' },
  'visit.guardian-needed': {
    title: '低龄儿童须有监护人在场',
    text: '您填写的内容还在。请确认您在孩子身边后继续。',
  },
};
