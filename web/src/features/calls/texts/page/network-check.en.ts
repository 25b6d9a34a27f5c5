export default {
  title: 'Your connection',
  stage: {
    reach: 'Connecting to the video server …',
    exchange: 'Sending test video …',
    tcp: 'Trying another route …',
  },
  start: 'Test connection',
  cancel: 'Stop',
  again: 'Try again',
  verdict: {
    good: { title: 'Good for video and sound', text: 'Your connection is ready for the visit.' },
    'audio-only': {
      title: 'Good for sound, weak for video',
      text: 'You will hear each other, but the video may pause. Move closer to the router or use another network.',
    },
    poor: {
      title: 'Weak connection: sound may break up',
      text: 'Move closer to the router or use another network, such as mobile data. You can also continue.',
    },
    blocked: {
      title: 'Cannot reach the video server',
      text: 'This network blocks video calls. Use another network, such as mobile data, or ask the network administrator.',
    },
  },
  unavailable: { title: 'Test not available', text: 'You can continue. The call connects automatically.' },
  stopped: { title: 'Not tested', text: 'You can continue without a test, or test now. It takes about 10 seconds.' },
  detour: 'Video only works over TCP. It may be slower on a weak connection.',
  figures: 'Details',
  roundTrip: 'Delay',
  milliseconds: '{n} ms',
  loss: 'Packet loss: sent / received',
  lossValue: '{up}% / {down}%',
  rate: 'Bit rate: sent / received',
  rateValue: '{up} / {down} kbit/s',
  ways: 'Available routes',
  way: { both: 'UDP and TCP', udp: 'UDP', tcp: 'TCP', none: 'none' },
};
