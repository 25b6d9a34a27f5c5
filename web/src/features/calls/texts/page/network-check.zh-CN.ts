import type { Translated } from '../../../../core/i18n/message-shape.ts';
import type en from './network-check.en.ts';

export default {
  title: '网络',
  stage: {
    reach: '正在连接视频服务器…',
    exchange: '正在收发一段测试画面…',
    tcp: '正在尝试其他连接方式…',
  },
  start: '检测网络',
  cancel: '停止',
  again: '重新检测',
  verdict: {
    good: { title: '适合视频通话', text: '网络已准备好，可以就诊。' },
    'audio-only': {
      title: '声音清晰，画面可能不稳定',
      text: '双方能听到对方，画面有时会暂停。靠近路由器或换一个网络，效果可能更好。',
    },
    poor: {
      title: '网络较弱，声音可能断续',
      text: '请尽量靠近路由器，或改用其他网络，例如移动数据。您也可以就这样继续。',
    },
    blocked: {
      title: '无法连接视频服务器',
      text: '此网络不允许视频通话。请改用其他网络，例如移动数据，或询问网络管理员。',
    },
  },
  unavailable: { title: '现在无法检测', text: '您可以继续，通话时会自动连接。' },
  stopped: { title: '未检测', text: '您可以直接继续，也可以现在检测，大约需要十秒。' },
  detour: '视频只能通过 TCP 传输，网络较弱时会慢一些。',
  figures: '详细数据',
  roundTrip: '网络延迟',
  milliseconds: '{n} 毫秒',
  loss: '丢包率：发送 / 接收',
  lossValue: '{up}% / {down}%',
  rate: '码率：发送 / 接收',
  rateValue: '{up} / {down} kbit/s',
  ways: '可用连接方式',
  way: { both: 'UDP 和 TCP', udp: 'UDP', tcp: 'TCP', none: '无' },
} satisfies Translated<typeof en>;
