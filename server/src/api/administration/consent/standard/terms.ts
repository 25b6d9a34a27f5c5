import type { StandardText } from './standard-wording.ts';

/** What patients may expect of the service, and what it expects of them. */
export const terms: StandardText = {
  en: {
    title: 'Terms of use',
    paragraphs: [
      'These terms apply between you and {hospital} when you use this service. They do not limit any right that the law gives you.',
      '# Not for emergencies',
      'Do not use this service in an emergency. Call an ambulance or go to the nearest emergency department. Automatic checks of your answers can miss a danger.',
      '# What the service offers',
      [
        '- Video visits with licensed doctors of {hospital}, booked or without an appointment.',
        '- Advice, diagnoses, prescriptions and documents, where the doctor finds a remote visit suitable.',
        '- A review of each prescription by a pharmacist before it takes effect.',
        '- Access to your record, your prescriptions and your documents.',
      ].join('\n'),
      'The doctor decides whether a remote visit is suitable. You have no right to a particular prescription or document. Where the law limits online visits to follow-up, a new condition gets advice only.',
      '# Your account',
      [
        '- Give your real name and true details. Your safety depends on it.',
        '- Keep your password and codes to yourself. Tell us at once if someone else may have used your account.',
        '- Use your own account. For a child or a relative, add them to your family and act for them.',
        '- You can close your account at any time. Your medical record is kept as the law requires.',
      ].join('\n'),
      '# During a visit',
      [
        '- Be in a quiet, private and safe place. Do not drive.',
        '- Do not record the call or let others listen in without the doctor’s knowledge.',
        '- Treat staff with respect. A doctor may end a visit when they are threatened or insulted.',
      ].join('\n'),
      '# Prices and appointments',
      'The price is shown before you confirm. You can cancel or move an appointment in the app. Late cancellations and missed appointments are noted.',
      '# Prescriptions',
      'A prescription can be dispensed once, by a pharmacy that has verified its code. Do not pass it on or change it.',
      '# If the service fails',
      'We cannot promise that the service always works. If a call breaks, stay where you are and we reconnect you. If that fails, the visit is completed by phone or referred. We are liable for our care as the law provides.',
      '# Changes and law',
      'Each version of these terms has a name and a date. When a change needs your agreement, we ask you at your next sign-in. If you do not agree, you can close your account. The law of the place of {hospital} applies, together with the consumer rights of the place where you live.',
    ],
  },
  'zh-CN': {
    title: '用户协议',
    paragraphs: [
      '本协议适用于您与{hospital}之间使用本服务的关系，不限制法律赋予您的任何权利。',
      '# 不适用于急症',
      '遇紧急情况请勿使用本服务，请立即呼叫急救或前往最近的急诊科。对您回答的自动检查可能遗漏危险情况。',
      '# 服务内容',
      [
        '- 与{hospital}执业医师视频就诊，可预约或即时就诊。',
        '- 医师认为适合远程诊疗时，提供建议、诊断、处方和文书。',
        '- 每张处方经药师审核后生效。',
        '- 查阅您的病历、处方和文书。',
      ].join('\n'),
      '是否适合远程诊疗由医师判断，您不能要求开具特定的处方或文书。依法仅可在线复诊的，初诊病情只提供健康咨询，不开具处方。',
      '# 您的账号',
      [
        '- 请使用真实姓名并如实填写，这关系到您的诊疗安全。',
        '- 请妥善保管密码和验证码。怀疑账号被他人使用时请立即告知我们。',
        '- 请使用本人账号。为孩子或家属就诊，请先添加家属再代其办理。',
        '- 您可随时注销账号。病历依法保存。',
      ].join('\n'),
      '# 就诊时',
      [
        '- 请在安静、私密、安全的环境中就诊，请勿驾驶。',
        '- 请勿录音录像，未告知医师请勿让他人旁听。',
        '- 请尊重医务人员。医师受到威胁或辱骂时可以终止就诊。',
      ].join('\n'),
      '# 费用与预约',
      '确认前会显示费用。您可在线取消或改约。临时取消和爽约会被记录。',
      '# 处方',
      '处方经药房核验处方码后一次性调配。请勿转让或涂改处方。',
      '# 服务中断',
      '我们无法保证服务始终可用。通话中断时请在原页面等候重新连接；仍无法恢复的，将通过电话完成或转介。我们依法承担诊疗责任。',
      '# 变更与法律',
      '本协议的每个版本都有名称和日期。变更需要您同意时，我们会在您下次登录时征求同意；如不同意，您可以注销账号。本协议适用{hospital}所在地法律，并不影响您居住地的消费者权益。',
    ],
  },
};
