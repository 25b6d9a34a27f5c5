export default {
  severity: { contraindicated: 'Contraindicated', serious: 'Serious', moderate: 'Moderate', minor: 'Minor' },
  evidence: {
    established: 'well established',
    probable: 'probable',
    suspected: 'suspected',
    theoretical: 'theoretical',
  },
  advice: {
    caution: 'use with caution',
    avoid: 'avoid',
    'avoid-1st': 'avoid in the first trimester',
    'avoid-3rd': 'avoid in the third trimester',
    contraindicated: 'contraindicated',
    unknown: 'insufficient data',
  },
  adviceIn: '{words}; now trimester {n}',
  sides: {
    concerns: 'Concerns {names}',
    draft: 'Both on this prescription: {names}',
    prescription: '{names} on this prescription; {other} on the active prescription of {date}',
    stated: '{names} on this prescription; {other} on the patient’s list of current medicines',
    taken: 'On the patient’s list of current medicines: {other}',
    aLine: 'One line',
  },
  onRecord: 'On record: {name} ({code})',
  allergyGrade: ' ({severity})',
};
