export default {
  signed: 'The doctor has signed your prescription',
  'under-review': 'A pharmacist is checking your prescription',
  approved: 'Your prescription is approved',
  rejected: 'The pharmacist has returned the prescription',
  rejectedText: 'Your doctor can see the reason and will discuss it with you.',
  open: 'Open',
  dismiss: 'Hide',
  completed: 'Your visit has ended. Here is your summary.',
  left: 'You have left the call. The visit stays open until the doctor ends it.',
};
