export default {
  title: 'Your network',
  stage: {
    reach: 'Looking for the way to the video server …',
    exchange: 'Sending a trial picture there and back …',
    tcp: 'Trying the second way …',
  },
  start: 'Try the network',
  cancel: 'Stop',
  again: 'Try again',
  verdict: {
    good: { title: 'Good for picture and sound', text: 'Your network is ready for the visit.' },
    'audio-only': {
      title: 'Good for sound, weak for a picture',
      text: 'You will hear each other. The picture may rest at times. Closer to the router, or on another network, it may do better.',
    },
    poor: {
      title: 'Weak: sound may break up',
      text: 'Go closer to the router or use another network, such as mobile data, if you can. You can go on as it is.',
    },
    blocked: {
      title: 'No way to the video server',
      text: 'This network keeps video calls out. Use another one, such as mobile data, or ask whoever runs it.',
    },
  },
  unavailable: { title: 'Could not be tried now', text: 'You can go on. The call finds its way by itself.' },
  stopped: { title: 'Not tried', text: 'You can go on without it, or try it now: it takes about ten seconds.' },
  detour: 'Video gets through by a detour only (TCP). On a weak line it will be slower.',
  figures: 'Figures',
  roundTrip: 'Round trip',
  milliseconds: '{n} ms',
  loss: 'Lost: sent / received',
  lossValue: '{up} % / {down} %',
  rate: 'Passed: sent / received',
  rateValue: '{up} / {down} kbit/s',
  ways: 'Ways to the server',
  way: { both: 'UDP and TCP', udp: 'UDP', tcp: 'TCP', none: 'none' },
};
