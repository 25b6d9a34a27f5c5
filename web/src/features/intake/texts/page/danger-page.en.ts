/** Texts of the danger signs before every visit and repeat request. */
export default {
  title: 'Do you have any of these right now?',
  titleFor: 'Does {name} have any of these right now?',
  lead: 'Tick all that apply. They need help faster than a video visit.',
  before: 'Your earlier ticks are kept. The doctor will see them.',
  none: 'None of these',
  getHelp: 'Continue with {n} ticked',
};
