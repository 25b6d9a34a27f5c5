import type { Translated } from '../../message-shape.ts';
import type en from '../en/call-devices.ts';

export default {
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
  devices: {
    title: '设备',
    camera: '摄像头',
    microphone: '麦克风',
    speaker: '扬声器',
    flip: '切换前后摄像头',
    blur: '背景虚化',
    blurFailed: {
      title: '您的画面没有显示',
      'too-slow': '此设备性能不足，无法虚化背景。',
      unavailable: '背景虚化无法加载。',
      unsupported: '此浏览器不支持背景虚化。',
      without: '不虚化，直接显示',
    },
    fellOver: { title: '{from}已断开', text: '已改用{to}。' },
    speakerGone: { title: '扬声器已断开', text: '声音改由系统默认设备播放。' },
    plugged: {
      camera: '发现新的摄像头：{device}',
      microphone: '发现新的麦克风：{device}',
      use: '使用',
    },
    silenced: {
      microphone: {
        title: '您的设备关闭了麦克风',
        text: '可能是来电、静音键或耳机开关所致。其他人听不到您。',
      },
      camera: {
        title: '您的设备停止了摄像头',
        text: '可能是遮挡、按键或其他应用所致。其他人看不到您。',
      },
    },
    refused: {
      camera: '您的画面无法发送，通话继续。',
      microphone: '您的声音无法发送。',
    },
  },
} satisfies Translated<typeof en>;
