import type { StandardText } from './standard-wording.ts';

/** Conformance with WCAG 2.2 AA as the project tests it, what is missing, and how to report a barrier. */
export const accessibility: StandardText = {
  en: {
    title: 'Accessibility statement',
    paragraphs: [
      '{hospital} wants everyone to be able to use this service. Our measure is WCAG 2.2, level AA.',
      '# How accessible it is',
      'The service partially conforms with WCAG 2.2 AA. Partially means that some content does not fully meet it; see below. Every page is tested automatically with axe, in each language, at phone and desktop width. The main steps are also tested by keyboard.',
      [
        '- All steps work by keyboard, with visible focus, and pages have headings and labels for screen readers.',
        '- Pages reflow at 320 pixels wide. Text can be enlarged, contrast raised and motion reduced in your preferences.',
        '- Colour is never the only sign. Time limits can be extended, or are announced before they end.',
        '- Every call has a written chat, and captions that the people in the call type. You can say before a visit that you prefer to write, and ask for an interpreter.',
      ].join('\n'),
      '# What is not accessible yet',
      [
        '- Live captions of what is said (WCAG 1.2.4) depend on the speaker: they need a browser that recognises speech on the device, and most browsers do not. Otherwise captions are typed. You can invite a captioner or an interpreter to the call.',
        '- Calls that are encrypted end to end have no captions. Use the chat.',
        '- There is no sign-language or easy-to-read version.',
        '- Files that patients and doctors upload may lack text alternatives.',
        '- The texts on these pages may have been changed by the hospital and are not tested automatically.',
      ].join('\n'),
      '# Report a barrier',
      'Call or write to {hospital} and name the page and your problem. The contact details are at the end of this page. We answer within 10 working days and offer another way to get care, for example by phone.',
      'If the answer does not help, contact the body that enforces accessibility where you live.',
    ],
  },
  'zh-CN': {
    title: '无障碍声明',
    paragraphs: [
      '{hospital}希望每个人都能使用本服务。我们以 WCAG 2.2 AA 级为标准。',
      '# 无障碍现状',
      '本服务部分符合 WCAG 2.2 AA 级，即个别内容尚未完全达标，详见下文。所有页面均使用 axe 在各语言、手机和电脑宽度下自动检测，主要流程还经过键盘操作测试。',
      [
        '- 所有步骤均可用键盘完成，焦点清晰可见；页面为读屏软件提供标题和标签。',
        '- 页面在 320 像素宽度下自动重排。可在偏好设置中放大文字、提高对比度、减少动画。',
        '- 不以颜色作为唯一提示。限时操作可延长，或在结束前提醒。',
        '- 每次通话都有图文沟通，通话各方还可输入字幕。就诊前可说明希望使用文字沟通，并可申请翻译。',
      ].join('\n'),
      '# 尚未达到的部分',
      [
        '- 讲话的实时字幕（WCAG 1.2.4）取决于讲话人的浏览器能否在设备上识别语音，目前多数浏览器不支持，此时字幕由人工输入。您可以邀请字幕速录员或翻译加入通话。',
        '- 端到端加密的通话没有字幕，请使用图文沟通。',
        '- 暂无手语版和易读版。',
        '- 患者和医生上传的文件可能缺少文字说明。',
        '- 本页文字可能由医院修改，未经自动检测。',
      ].join('\n'),
      '# 反馈障碍',
      '请致电或来信{hospital}，说明页面和遇到的问题，联系方式见本页末尾。我们将在十个工作日内答复，并提供电话等其他就医方式。',
      '如答复未能解决问题，可向当地无障碍监督部门反映。',
    ],
  },
};
