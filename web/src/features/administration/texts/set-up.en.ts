export default {
  title: 'Set-up checklist',
  lead: 'What the hospital needs before its first patient. Steps are ticked as soon as they are done.',
  progress: '{done} of {all} required steps are done',
  ready: 'The hospital is ready for patients.',
  toConfirm: 'Licences waiting for your confirmation: {n}',
  confirm: 'Check licences',
  done: 'Done',
  open: 'Not done yet',
  doIt: 'Start',
  view: 'View',
  step: {
    details: {
      title: 'Contact and licence of the hospital',
      text: 'Phone number, address in both languages and licence number. Patients see them on the public page.',
    },
    departments: { title: 'Departments', text: 'Patients choose a department first.' },
    administrators: {
      title: 'A second administrator',
      text: 'Someone who can help if you lose your phone or are away.',
    },
    doctors: { title: 'Doctors', text: 'At least one doctor with a confirmed, valid licence.' },
    pharmacists: { title: 'Pharmacists', text: 'Prescriptions are valid only after a pharmacist’s review.' },
    'safety-rules': {
      title: 'Safety rules',
      text: 'Your doctors and pharmacists check the rules behind the alerts and sign them as a release. Until then the checks use built-in data that your hospital has not reviewed.',
    },
    hours: {
      title: 'Doctors’ hours',
      text: 'Needed for booking. Without hours patients can join the queue of doctors on duty.',
    },
    prices: { title: 'Prices', text: 'Patients see the fee before they request a visit.' },
    consent: { title: 'Consent text', text: 'Patients agree to it before each visit.' },
    brand: { title: 'Logo and colour', text: 'Shown on every page and document.' },
  },
};
