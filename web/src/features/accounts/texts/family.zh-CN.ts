import type { Translated } from '../../../core/i18n/message-shape.ts';
import type en from './family.en.ts';

export default {
  title: '家庭成员',
  lead: '您代谁办理，以及谁代您办理。',
  actingTitle: '您正在代{name}办理',
  actingText: '如需修改，请先切换回本人。',
  dependants: '我代办的人',
  nobody: '暂无',
  guardians: '代我办理的人',
  noGuardians: '暂无，目前由您本人办理。',
  asks: '申请代您预约、查看病历和参加视频就诊。您可以随时解除代办关系。',
  waiting: '等待对方答复',
  until: '至{day}成年为止',
  actFor: '代{name}办理',
  end: '移除',
  endTitle: '移除{name}？',
  endText: {
    child:
      '移除后，您将不能再为{name}预约、查看其病历或参加其视频就诊。病历会保留，但再次添加{name}时将新建一份空白病历。',
    adult: '移除后，您将不能再为{name}预约、查看其病历或参加其视频就诊。如需再次代办，须重新取得对方同意。',
    guardian: '移除后，{name}将不能再为您预约、查看您的病历或参加您的视频就诊。',
  },
  withdraw: '撤回',
  agree: '同意',
  decline: '拒绝',
  you: '您的身份',
  relation: { parent: '父母', guardian: '法定监护人', carer: '照护人' },
  youAre: { parent: '您是其父母', guardian: '您是其法定监护人', carer: '您是其照护人' },
  child: {
    title: '添加子女',
    declare: '我是该儿童的法定监护人。',
    declareMissing: '请确认您是该儿童的法定监护人。',
    submit: '添加',
    added: '已添加。',
  },
  adult: {
    title: '为成年家属代办',
    text: '如果对方已用此邮箱或手机号注册，我们会征求其同意。对方同意之前不会有任何变化。',
    submit: '发送申请',
    sent: '申请已发出。',
  },
} satisfies Translated<typeof en>;
