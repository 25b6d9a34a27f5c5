import { expect, it } from 'vitest';
import { documentLabels } from '../../server/src/api/documents/paper/document-labels.ts';
import { paperLabels } from '../../server/src/api/records/paper/paper-labels.ts';
import { wordsOf } from '../../server/src/api/records/fhir/fhir-values.ts';
import accountEn from '../../web/src/features/accounts/texts/account.en.ts';
import accountZh from '../../web/src/features/accounts/texts/account.zh-CN.ts';
import chartEn from '../../web/src/features/chart/texts/page/chart.en.ts';
import chartZh from '../../web/src/features/chart/texts/page/chart.zh-CN.ts';
import documentsEn from '../../web/src/features/documents/texts/page/documents.en.ts';
import documentsZh from '../../web/src/features/documents/texts/page/documents.zh-CN.ts';
import statusEn from '../../web/src/features/prescribing/texts/status.en.ts';
import statusZh from '../../web/src/features/prescribing/texts/status.zh-CN.ts';
import reviewEn from '../../web/src/features/review/texts.en.ts';
import reviewZh from '../../web/src/features/review/texts.zh-CN.ts';
import appointmentEn from '../../web/src/features/scheduling/texts/page/appointment-row.en.ts';
import appointmentZh from '../../web/src/features/scheduling/texts/page/appointment-row.zh-CN.ts';
import careEn from '../../web/src/features/visits/texts/care.en.ts';
import careZh from '../../web/src/features/visits/texts/care.zh-CN.ts';

const en = { account: accountEn, chart: chartEn, documents: documentsEn, prescriptions: statusEn };
const zh = { account: accountZh, chart: chartZh, documents: documentsZh, prescriptions: statusZh };

/** A state is part of a line on paper, and a label of its own on a page. */
const lower = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word.toLowerCase()]));

it.each([
  ['en', { ...en, review: reviewEn, appointment: appointmentEn, care: careEn }],
  ['zh-CN', { ...zh, review: reviewZh, appointment: appointmentZh, care: careZh }],
] as const)('the copy of a record uses the words of the pages, in %s', (locale, pages) => {
  const words = paperLabels(wordsOf(locale));
  const { draft: _never, ...prescriptions } = pages.prescriptions.prescriptionStatus;
  expect(words.prescriptions).toEqual(lower(prescriptions));
  expect(words.appointments).toEqual(lower(pages.appointment.status));
  expect(words.visits).toEqual(lower(pages.care.visitStatus));
  expect(words.sexes).toEqual(lower(pages.account.sex));
  expect(words.reviews).toMatchObject(lower(pages.review.status));
  expect(words.emergency).toBe(pages.chart.emergency.title.toLowerCase());
  expect(words.sections.observations).toBe(pages.chart.vitals);
  expect(words.dispensed).toBe(pages.prescriptions.prescriptionStatus.dispensed);
  expect(words.revoked).toContain(pages.documents.check.cancelled.word);
});

it.each([
  ['en', documentsEn],
  ['zh-CN', documentsZh],
] as const)('a document has the title on paper that it has on the pages, in %s', (locale, pages) => {
  expect(documentLabels(locale).titles).toEqual(pages.kind);
});
