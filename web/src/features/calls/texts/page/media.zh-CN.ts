import type { Translated } from '../../../../core/i18n/message-shape.ts';
import type en from './media.en.ts';

export default {
  retry: '重试',
  trouble: {
    both: '摄像头和麦克风',
    camera: '摄像头',
    microphone: '麦克风',
    denied: { title: '{device}未获允许', text: '浏览器不允许此页面使用。请这样更改：' },
    'denied-by-system': {
      title: '{device}被系统禁止',
      text: '请在设备的设置中打开“隐私”，允许此浏览器使用，然后重试。',
    },
    'not-found': { title: '没有找到{device}', text: '请连接设备，或改用手机就诊，然后重试。' },
    'in-use': { title: '{device}正被占用', text: '另一个程序正在使用。请关闭其他程序和窗口中的视频通话，然后重试。' },
    insecure: { title: '此页面不能使用{device}', text: '浏览器只允许安全页面使用，请打开以 https 开头的网址。' },
    failed: { title: '{device}无法打开', text: '请重试。若仍不行，请重启浏览器或改用手机。' },
    inAppText: '此应用内的浏览器不允许页面使用。请在手机浏览器中打开：',
  },
  allow: {
    chromium: {
      step1: '点地址左侧的图标。',
      step2: '为此页面打开摄像头和麦克风。',
      step3: '回到这里点“重试”。',
    },
    'chrome-android': {
      step1: '点地址左侧的图标，再点“权限”。',
      step2: '允许摄像头和麦克风。',
      step3: '回到这里点“重试”。',
    },
    'safari-ios': {
      step1: '点地址栏中的页面图标，再点“…”和“网站设置”。',
      step2: '把摄像头和麦克风设为“允许”。',
      step3: '点“重试”。若仍不行，请在“设置”的“App”中找到浏览器，允许两者。',
    },
    'safari-mac': {
      step1: '在菜单栏选择 Safari，再选“此网站的设置”。',
      step2: '把摄像头和麦克风设为“允许”。',
      step3: '回到这里点“重试”。',
    },
    firefox: {
      step1: '点地址左侧带斜线的摄像头或麦克风图标。',
      step2: '移除旁边的阻止设置。',
      step3: '回到这里点“重试”，询问时选择允许。',
    },
    'in-app': {
      step1: '点右上角的“…”。',
      step2: '选择“在浏览器打开”。',
      step3: '登录后就诊会继续。',
    },
  },
  check: {
    start: '打开摄像头和麦克风',
    startText: '浏览器会询问是否允许此页面使用。现在还没有人能看到您。',
    preview: '镜像预览',
    camera: '摄像头',
    microphone: '麦克风',
    speaker: '扬声器',
    unnamed: '{kind} {n}',
    saySomething: '请说一句：“医生您好。”',
    heard: '听得很清楚。',
    level: '麦克风音量',
    settings: '选择设备并测试声音',
    playTone: '播放提示音',
    toneText: '您应当听到两个音。',
  },
  preview: {
    own: '您的画面',
    move: '您的画面。按一下可移到下一个角落，也可使用方向键。',
    off: '您的摄像头已关',
    opening: '正在打开摄像头…',
  },
} satisfies Translated<typeof en>;
