export default {
  start: 'Scan with the camera',
  stop: 'Stop the camera',
  picture: 'Picture of the camera',
  phase: {
    starting: 'The camera is being opened …',
    looking: 'Hold the code at the lower right of the page into the square.',
    foreign: 'This is no code of this hospital. Hold another one into the square.',
    'not-allowed': 'The camera is not allowed for this page. Allow it in the browser, or use the field below.',
    'no-camera': 'No camera can be used here. Use the field below instead.',
  },
  typed: 'Or the address that the code holds',
  typedHelp: 'Type or paste the whole of it, with everything after #.',
  typedWrong: 'This is no address of one of our codes. Check it letter by letter.',
  check: 'Check',
};
