/** Texts of the errors of the waiting room. */
export default {
  'visit.not-waiting': {
    title: 'Not in the waiting room any more',
    text: 'The visit has begun, or it has ended. The page shows how it stands.',
  },
  'visit.patient-present': {
    title: 'The patient is there',
    text: 'Somebody who is in the waiting room need not be called. You can admit them.',
  },
  'visit.doctor-not-late': {
    title: 'Your doctor is there',
    text: 'Another doctor can be chosen when yours is late, in a pause or off duty. Your place is kept.',
  },
  'visit.no-other-doctor': {
    title: 'No other doctor is free',
    text: 'Nobody else of the department is on duty now. Your place is kept.',
  },
};
