/** Texts of the errors about what is answered before a visit, and about copies of a record. */
export default {
  'intake.closed': {
    title: 'The visit has begun',
    text: 'What you answered before is with the doctor. Tell them the rest in the visit.',
  },
  'intake.form-unknown': {
    title: 'The questions have changed',
    text: 'Please load the page again. What you answered so far is kept.',
  },
  'export.too-many': {
    title: 'Enough copies for today',
    text: 'A copy can be asked for three times a day. Please come back tomorrow; a copy that is ready can still be downloaded.',
  },
  'export.not-ready': {
    title: 'The copy is not ready yet',
    text: 'It is still being made. This page shows how far it is.',
  },
  'export.expired': {
    title: 'This copy was deleted',
    text: 'A copy is kept for one day only, to keep your record safe. Please ask for a new one.',
  },
  'export.link-used': {
    title: 'This link is not good any more',
    text: 'Each link to a copy works once and for a few minutes. Go back to the page and download the copy again.',
  },
  'export.transition-refused': {
    title: 'The copy has changed meanwhile',
    text: 'Nothing was done. The page shows what it is now.',
  },
};
