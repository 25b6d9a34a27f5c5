import type { StandardText } from './standard-wording.ts';

/** How to complain, and to whom when the answer does not help. */
export const complaints: StandardText = {
  en: {
    title: 'Complaints',
    paragraphs: [
      'If something went wrong, tell us. A complaint never affects your care.',
      '# How to complain',
      'Call or write to {hospital}. The contact details are at the end of this page. Ratings of a visit are read without your name, so they get no answer.',
      'Tell us your name, the date of the visit, what happened and what you would like us to do. Do not send a password or code. Someone else may complain for you if you agree in writing.',
      '# What happens then',
      [
        '- We confirm your complaint within 3 working days.',
        '- A person who was not part of your care looks into it.',
        '- You get a written answer within 30 days. If we need longer, we tell you why.',
      ].join('\n'),
      'You can see your record and who opened it, and download a copy. The record of a dispute is kept until the dispute is settled.',
      '# If you are not satisfied',
      [
        '- About care: the health authority that supervises {hospital}. In China, call 12320 or the local health commission.',
        '- About personal data: the data protection authority where you live. In China, the cyberspace administration.',
        '- About prices or your rights as a consumer: in China, call 12315.',
        '- Medical disputes may also go to a mediation committee or to court.',
      ].join('\n'),
      '# If you are in danger',
      'This page is not for emergencies. If you feel unwell now, call an ambulance.',
    ],
  },
  'zh-CN': {
    title: '投诉与建议',
    paragraphs: [
      '如有不满，请告诉我们。投诉不会影响您的诊疗。',
      '# 如何投诉',
      '请致电或来信{hospital}，联系方式见本页末尾。就诊评价为匿名查看，不会得到答复。',
      '请说明您的姓名、就诊日期、事情经过和您的诉求。请勿提供密码或验证码。他人可持您的书面授权代为投诉。',
      '# 处理流程',
      ['- 三个工作日内确认收到。', '- 由未参与您诊疗的人员调查。', '- 三十日内书面答复；需要延长的，会告知原因。'].join(
        '\n',
      ),
      '您可查阅病历及查阅记录，并下载副本。涉及争议的病历将保存至争议解决。',
      '# 对处理结果不满意',
      [
        '- 诊疗服务：向监管{hospital}的卫生健康主管部门反映，可拨打 12320。',
        '- 个人信息：向网信部门或您所在地的个人信息保护主管部门投诉。',
        '- 价格及消费者权益：可拨打 12315。',
        '- 医疗纠纷：可申请医疗纠纷人民调解，或向人民法院起诉。',
      ].join('\n'),
      '# 紧急情况',
      '本页不处理紧急情况。如您正感到不适，请立即呼叫急救。',
    ],
  },
};
