/** Texts of the errors of the waiting room. */
export default {
  'visit.not-waiting': {
    title: 'Not in the waiting room any more',
    text: 'The visit has begun, or it has ended. The page shows how it stands.',
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
