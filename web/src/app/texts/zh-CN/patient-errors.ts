import type { ErrorTexts } from '../../../core/i18n/message-shape.ts';

/** Errors of patients’ pages beside the way to the call. */
export default {
  'rating.closed': { title: '本次就诊已不能评价', text: '就诊完成后可以评价，并可在一周内修改。' },
  'appointment.slot-taken': {
    title: '该时段刚被他人预约',
    text: '您之前的预约没有变化，请选择其他时间。',
  },
  'appointment.not-offered': { title: '该时段已不可预约', text: '医生的出诊时间有变动，尚未预约，请选择其他时间。' },
  'appointment.hold-expired': {
    title: '为您保留的时间已到',
    text: '尚未预约，您填写的内容仍保存在本设备上。请重新选择该时段，可能仍有空位。',
  },
  'appointment.extended-already': {
    title: '不能再延长保留时间',
    text: '倒计时结束前该时段仍为您保留，之后可重新选择。',
  },
  'appointment.overlapping': {
    title: '该时间您已有其他预约',
    text: '未作任何更改。请选择其他时间，或先调整另一个预约。',
  },
  'appointment.too-many': {
    title: '您的待就诊预约数量已达上限',
    text: '尚未预约。请取消不需要的预约，或在下次就诊后再预约。',
  },
  'appointment.too-many-changes': {
    title: '预约更改过于频繁',
    text: '未作任何更改。请明天再试，或致电医院。',
  },
  'waitlist.already-joined': { title: '您已在该候补名单中', text: '您的排位已保留，有空位时我们会通知您。' },
  'invitation.unusable': { title: '链接已失效', text: '链接已被使用、已撤回或已过期。请索取新的链接。' },
  'document.transition-refused': { title: '文书状态已变化', text: '此步骤已不可用。页面显示的是最新状态。' },
  'document.revoked': { title: '医生已撤回此文书', text: '文书已失效。如有需要，请联系医生重新开具。' },
  'repeat.transition-refused': { title: '申请已处理', text: '此步骤已不可用。页面显示的是最新状态。' },
  'auth.email-taken': { title: '该邮箱已有账号', text: '请直接登录，或使用其他邮箱。' },
  'auth.contact-taken': { title: '已属于其他账号', text: '您的联系方式未更改，请使用其他邮箱或手机号。' },
  'auth.proof-expired': { title: '验证码已过期', text: '您填写的内容还在。请重新获取验证码后继续。' },
  'auth.passkeys-full': { title: '通行密钥已达十个', text: '没有添加。请先删除不再使用的通行密钥。' },
  'account.closing': {
    title: '该账号即将注销',
    text: '没有预约。如需继续就诊，请先在“我的账号”中撤回注销申请。',
  },
  'account.closing-ended': { title: '该申请已结束', text: '没有更改。请刷新页面查看。' },
  'account.closing-obstructed': {
    title: '还有未结束的事项',
    text: '账号没有改动。请先结束就诊并取消页面列出的预约，然后再申请。',
  },
  'account.closing-staff': { title: '您也是本院工作人员', text: '没有更改。请先联系管理员停用您的工作账号。' },
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
  'family.full': { title: '家庭成员已达上限', text: '没有添加。请结束不再需要的关系，或联系医院。' },
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
} satisfies Partial<ErrorTexts>;
