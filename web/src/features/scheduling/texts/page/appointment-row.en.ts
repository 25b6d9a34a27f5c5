/** What a row of the patient’s appointments shows. */
export default {
  title: 'Your appointments',
  all: 'Show all',
  checkIn: 'Check in now',
  open: 'Check-in is open',
  offered: 'Held for you',
  otherDoctor: 'Needs another doctor',
  bothClocks: '{own} (hospital time {hospital}, {zone})',
  status: {
    proposed: 'Held, not booked yet',
    booked: 'Booked',
    'checked-in': 'Checked in',
    fulfilled: 'Completed',
    cancelled: 'Cancelled',
    noshow: 'Missed',
  },
};
