export default {
  allergySeverity: { mild: 'Mild', moderate: 'Moderate', severe: 'Severe', unknown: 'Severity unknown' },
};
