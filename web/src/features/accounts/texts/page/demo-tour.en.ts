export default {
  title: 'Guided tour',
  place: 'Try next ({n}/{of})',
  open: 'Go there',
  before: 'Previous step',
  next: 'Next step',
  end: 'End the tour',
  visit: {
    patient: 'Preparing your visit',
    patientText: 'The demo answers the questions for you. You are in the waiting room in a moment.',
    doctor: 'Waiting for the patient',
    doctorText: 'The call starts here as soon as the patient’s window is open.',
    complaint: 'Blood pressure check, as every month. I feel well.',
    diagnosis: 'High blood pressure',
  },
  patient: {
    request:
      'First open the doctor’s window from the demo’s sign-in page. Then choose that doctor and answer the questions until you are in the waiting room.',
    wait: 'Leave this window open. Admit the patient in the doctor’s window.',
    talk: 'Talk and write in the chat. The prescription appears here when a pharmacist has approved it. Then complete the visit as the doctor and open it under “Visits”.',
    after: 'Open the prescription and download its PDF.',
    verify:
      'Scan the code on the PDF, or upload the PDF on the public verification page: anyone can check that it is genuine.',
  },
  doctor: {
    admit: 'Admit the waiting patient. If no one is waiting, open the patient’s window first and request a visit.',
    diagnose: 'Write the note, and search a diagnosis under “Diagnosis”: try gxy or tonsilitis.',
    prescribe: 'Prescribe amoxicillin: it meets an allergy. Remove it, prescribe another medicine, and sign.',
    complete: 'Complete the visit. Then open the to-do list.',
    search: 'Press Ctrl+K and find a patient or a command.',
  },
  pharmacist: {
    open: 'Open the prescription at the top of the list.',
    check: 'Compare the values, and tick the four checks with the keys 1 to 4.',
    decide: 'Approve it, return it with a reason, or ask the doctor. The patient sees it in the call.',
  },
  dispenser: {
    claim: 'Claim a prescription by the code on its PDF. The patient’s window has one after an approved visit.',
    dispense: 'Confirm the identity, enter batch and expiry, and dispense.',
    correct: 'Print the label, or correct the dispense with a reason.',
  },
  receptionist: {
    find: 'Find a patient’s appointment by day, or by name under “All upcoming”.',
    move: 'Move it to another time, or cancel it. The patient gets a message.',
  },
  'department-head': {
    read: 'See who is waiting in your department and how it is doing. Then open a doctor from the table.',
    doctor: 'Compare the figures with the days before. You still see your own patients under “Consultations”.',
  },
  president: {
    read: 'Read what needs attention today. Then open a department from the table.',
    department: 'Compare its doctors. Then open the safety alerts.',
    wall: 'Open the wall for a large screen, or download the report as a PDF.',
  },
  administrator: {
    setUp: 'See what a new hospital still needs before its first patient.',
    staff: 'Invite a doctor. The invitation is in the demo mailbox. Then open the audit.',
    audit: 'Find who opened a patient’s record, and verify that no entry was changed.',
  },
};
