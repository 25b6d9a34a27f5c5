export default {
  retry: 'Try again',
  trouble: {
    both: 'Camera and microphone',
    camera: 'Camera',
    microphone: 'Microphone',
    denied: {
      title: '{device}: not allowed',
      text: 'This browser does not let this page use it. This is how you change that:',
    },
    'denied-by-system': {
      title: '{device}: blocked by your device',
      text: 'Open the settings of your device, then privacy, and allow this browser to use it. Then try again.',
    },
    'not-found': {
      title: '{device}: none found',
      text: 'Connect one, or use your phone for the visit. Then try again.',
    },
    'in-use': {
      title: '{device}: in use',
      text: 'Another program is using it. Close video calls in other programs and windows, then try again.',
    },
    insecure: {
      title: '{device}: closed on this page',
      text: 'Browsers give it to secure pages only. Open the address that starts with https.',
    },
    failed: {
      title: '{device}: could not be opened',
      text: 'Try again. If it stays so, restart the browser or use your phone.',
    },
    inAppText: 'The browser inside this app keeps it from pages. Open the visit in the browser of your phone:',
  },
  allow: {
    chromium: {
      step1: 'Press the sign at the left of the address.',
      step2: 'Turn on camera and microphone for this page.',
      step3: 'Press “Try again” here.',
    },
    'chrome-android': {
      step1: 'Touch the sign at the left of the address, then “Permissions”.',
      step2: 'Allow camera and microphone.',
      step3: 'Touch “Try again” here.',
    },
    'safari-ios': {
      step1: 'Touch the page sign in the address field, then “…” and “Website Settings”.',
      step2: 'Set camera and microphone to “Allow”.',
      step3: 'Touch “Try again”. If it stays so: Settings, Apps, your browser, and allow both there.',
    },
    'safari-mac': {
      step1: 'In the menu bar choose Safari, then “Settings for This Website”.',
      step2: 'Set camera and microphone to “Allow”.',
      step3: 'Press “Try again” here.',
    },
    firefox: {
      step1: 'Press the crossed-out camera or microphone sign at the left of the address.',
      step2: 'Remove the block beside it.',
      step3: 'Press “Try again” here and allow it when you are asked.',
    },
    'in-app': {
      step1: 'Touch “…” at the top right.',
      step2: 'Choose “Open in browser”.',
      step3: 'Sign in there: your visit goes on.',
    },
  },
  check: {
    start: 'Turn on camera and microphone',
    startText: 'Your browser will ask whether this page may use them. Nobody else sees you yet.',
    preview: 'This is how the doctor will see you.',
    camera: 'Camera',
    microphone: 'Microphone',
    speaker: 'Speaker',
    unnamed: '{kind} {n}',
    saySomething: 'Say something: “Hello, doctor.”',
    heard: 'We hear you well.',
    level: 'Loudness of your microphone',
    playTone: 'Play a sound',
    toneText: 'You should hear two notes.',
    passed: 'All works, go on',
    skip: 'Go on without a check',
    skipCamera: 'Go on with sound only',
  },
  preview: {
    own: 'Your picture',
    move: 'Your picture. Press to move it to the next corner, or use the arrow keys.',
    off: 'Your camera is off',
    opening: 'Your camera is being opened …',
  },
};
