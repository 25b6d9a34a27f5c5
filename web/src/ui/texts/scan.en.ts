export default {
  start: 'Scan with the camera',
  stop: 'Stop the camera',
  picture: 'Picture of the camera',
  phase: {
    starting: 'Opening the camera …',
    looking: 'Hold the code at the lower right of the page in the square.',
    foreign: 'This code is not from this hospital. Hold another one in the square.',
    'not-allowed': 'The camera is not allowed for this page. Allow it in the browser, or use the field below.',
    'no-camera': 'No camera is available. Use the field below instead.',
  },
  typed: 'Or the address in the code',
  typedHelp: 'Type or paste all of it, including everything after #.',
  typedWrong: 'This is not one of our codes. Check it letter by letter.',
  check: 'Check',
};
