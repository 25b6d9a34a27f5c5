export default {
  retry: 'Try again',
  trouble: {
    both: 'Camera and microphone',
    camera: 'Camera',
    microphone: 'Microphone',
    denied: {
      title: '{device}: not allowed',
      text: 'This browser blocks it for this page. To allow it:',
    },
    'denied-by-system': {
      title: '{device}: blocked by your device',
      text: 'In your device settings, open Privacy and allow this browser. Then try again.',
    },
    'not-found': {
      title: '{device}: none found',
      text: 'Connect one or use your phone. Then try again.',
    },
    'in-use': {
      title: '{device}: in use',
      text: 'Another app is using it. Close other video calls, then try again.',
    },
    insecure: {
      title: '{device}: not available on this page',
      text: 'Browsers allow it on secure pages only. Open the address that starts with https.',
    },
    failed: {
      title: '{device}: could not be started',
      text: 'Try again. If it still fails, restart the browser or use your phone.',
    },
    inAppText: 'This app’s browser blocks it. Open the visit in your phone’s browser:',
  },
  allow: {
    chromium: {
      step1: 'Select the icon to the left of the address.',
      step2: 'Turn on camera and microphone for this page.',
      step3: 'Select “Try again” here.',
    },
    'chrome-android': {
      step1: 'Tap the icon to the left of the address, then “Permissions”.',
      step2: 'Allow camera and microphone.',
      step3: 'Tap “Try again” here.',
    },
    'safari-ios': {
      step1: 'Tap the page icon in the address bar, then “…” and “Website Settings”.',
      step2: 'Set camera and microphone to “Allow”.',
      step3: 'Tap “Try again”. If it still fails, open Settings, Apps, your browser, and allow both.',
    },
    'safari-mac': {
      step1: 'In the menu bar, choose Safari, then “Settings for This Website”.',
      step2: 'Set camera and microphone to “Allow”.',
      step3: 'Select “Try again” here.',
    },
    firefox: {
      step1: 'Select the crossed-out camera or microphone icon to the left of the address.',
      step2: 'Remove the block.',
      step3: 'Select “Try again” here and allow access when asked.',
    },
    'in-app': {
      step1: 'Tap “…” at the top right.',
      step2: 'Choose “Open in browser”.',
      step3: 'Sign in there. Your visit stays open.',
    },
  },
  check: {
    start: 'Turn on camera and microphone',
    startText: 'Your browser will ask for permission. No one else can see you yet.',
    preview: 'Mirrored preview',
    camera: 'Camera',
    microphone: 'Microphone',
    speaker: 'Speaker',
    unnamed: '{kind} {n}',
    saySomething: 'Say something: “Hello, doctor.”',
    heard: 'We hear you well.',
    level: 'Microphone level',
    settings: 'Choose devices and test the sound',
    playTone: 'Play a sound',
    toneText: 'You should hear two notes.',
  },
  preview: {
    own: 'Your video',
    move: 'Your video. Select it to move it to the next corner, or use the arrow keys.',
    off: 'Your camera is off',
    opening: 'Starting camera …',
  },
};
