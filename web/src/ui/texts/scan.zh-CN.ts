import type en from './scan.en.ts';
import type { Translated } from '../../core/i18n/message-shape.ts';

export default {
  start: '用摄像头扫码',
  stop: '关闭摄像头',
  picture: '摄像头画面',
  phase: {
    starting: '正在打开摄像头…',
    looking: '请将纸张右下角的二维码对准方框。',
    foreign: '这不是本院的二维码，请换一个对准方框。',
    'not-allowed': '本页未获准使用摄像头。请在浏览器中允许，或使用下方输入框。',
    'no-camera': '无法使用摄像头，请使用下方输入框。',
  },
  typed: '或输入二维码中的网址',
  typedHelp: '请完整输入或粘贴，包括 # 之后的部分。',
  typedWrong: '这不是本院二维码的网址，请逐字核对。',
  check: '核验',
} satisfies Translated<typeof en>;
