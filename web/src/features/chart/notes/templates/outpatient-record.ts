import type { NoteTemplate } from './note-template.ts';

/** The headings of an outpatient record (门诊病历) below those of the form. Assessment and plan have none of their own. */
export const outpatientRecord: NoteTemplate = {
  id: 'outpatient-record',
  name: { en: 'Outpatient record', zh: '门诊病历' },
  words: [],
  en: {
    subjective: 'Chief complaint: ***\nHistory of present illness: ***\nPast history: ***',
    objective: 'Physical examination: ***\nTests: ***',
    assessment: '',
    plan: '',
  },
  zh: {
    subjective: '主诉：***\n现病史：***\n既往史：***',
    objective: '体格检查：***\n辅助检查：***',
    assessment: '',
    plan: '',
  },
};
