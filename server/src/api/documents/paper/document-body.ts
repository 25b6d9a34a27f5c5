import { dateFormat } from '@yunzhen/shared/core/time/date-format';
import { localized, punctuationOf, type LocalizedText } from '@yunzhen/shared/core/locale';
import { inBrackets } from '../../../platform/paper/in-brackets.ts';
import { ink } from '../../../platform/paper/paper.ts';
import type { DocumentBody, RecordedDiagnosis, RecordedMedicine } from '../document-json.ts';
import { BULLET, type DocumentSheet } from './document-sheet.ts';

type BodyOf<Kind extends DocumentBody['kind']> = Extract<DocumentBody, { kind: Kind }>;

/** Draws the content of the document, below the grid of people and dates. */
export function drawBody(sheet: DocumentSheet): void {
  const { body } = sheet.record;
  if (body.kind === 'sick-note') drawSickNote(sheet, body);
  else if (body.kind === 'referral') drawReferral(sheet, body);
  else drawSummary(sheet, body);
}

function drawSickNote(sheet: DocumentSheet, body: BodyOf<'sick-note'>): void {
  const { labels, paper } = sheet;
  sheet.prose(labels.certified[body.purpose], { size: 13, weight: 'semibold' });
  sheet.y += paper.pt(8);
  sheet.cells([
    { label: labels.from, value: dayText(sheet, body.from), columns: 4, weight: 'semibold' },
    { label: labels.to, value: dayText(sheet, body.to), columns: 4, weight: 'semibold' },
    { label: labels.duration, value: labels.days(body.days), columns: 4, weight: 'semibold' },
  ]);
  sheet.y += paper.pt(6);
  if (body.diagnoses === null)
    sheet.section(labels.diagnosis, labels.diagnosisWithheld, { size: 10.5, colour: ink.soft });
  else sheet.section(labels.diagnosis, `${diagnosesText(sheet, body.diagnoses)}\n${labels.agreed}`);
  if (body.remark.trim()) sheet.section(labels.remark, body.remark);
}

function drawReferral(sheet: DocumentSheet, body: BodyOf<'referral'>): void {
  const { labels, paper } = sheet;
  const where = [body.department, body.hospital].map((part) => part.trim()).filter(Boolean);
  sheet.cells([
    { label: labels.referredTo, value: where.join(labels.listSeparator), columns: 9, weight: 'semibold' },
    { label: labels.urgency, value: body.urgent ? labels.urgent : labels.routine, columns: 3, weight: 'semibold' },
  ]);
  sheet.y += paper.pt(6);
  sheet.section(labels.reason, body.reason);
  if (body.diagnoses.length > 0) sheet.section(labels.diagnosis, diagnosesText(sheet, body.diagnoses));
  sheet.section(labels.summary, body.summary);
  const { allergies } = body;
  sheet.section(
    labels.allergies,
    allergies.state === 'recorded'
      ? allergies.substances.join(labels.listSeparator)
      : allergies.state === 'none-known'
        ? labels.noneKnown
        : labels.notAsked,
    { size: 10.5, weight: allergies.state === 'none-known' ? 'regular' : 'semibold' },
  );
  const stated = body.statedMedicines.length > 0 ? [labels.stated, ...body.statedMedicines.map(bullet)] : [];
  const prescribed =
    body.prescribed.length > 0
      ? [labels.prescribedNow, ...body.prescribed.map((one) => bullet(medicineText(sheet, one)))]
      : [];
  const all = [...stated, ...prescribed];
  sheet.section(labels.medicines, all.length > 0 ? all.join('\n') : labels.noMedicines);
}

function drawSummary(sheet: DocumentSheet, body: BodyOf<'after-visit-summary'>): void {
  const { labels } = sheet;
  sheet.section(labels.whatYouHave, body.diagnoses);
  sheet.section(
    labels.yourMedicines,
    body.prescribed.map((one) => bullet(medicineText(sheet, one))).join('\n') || labels.nothingPrescribed,
  );
  sheet.section(labels.whatToDo, body.advice);
  sheet.section(labels.watchFor, `${body.watchFor.trimEnd()}\n${labels.emergency(body.emergencyNumber ?? null)}`);
  sheet.section(labels.comeBack, body.comeBack);
}

const bullet = (text: string) => `${BULLET} ${text}`;

function medicineText({ locale, labels }: DocumentSheet, medicine: RecordedMedicine): string {
  const words = (text: LocalizedText) => localized(text, locale);
  const line = `${words(medicine.name)} ${medicine.strength}${punctuationOf(locale).colon}${words(medicine.instruction)}`;
  return medicine.awaitsReview ? inBrackets(line, labels.awaitsReview, locale) : line;
}

function diagnosesText({ locale, labels }: DocumentSheet, diagnoses: readonly RecordedDiagnosis[]): string {
  if (diagnoses.length === 0) return '—';
  return diagnoses
    .map(({ code, title }) => inBrackets(localized(title, locale), code, locale))
    .join(labels.listSeparator);
}

/** Formats a calendar day in the document’s language. */
export function dayText({ locale }: Pick<DocumentSheet, 'locale'>, day: string): string {
  return dateFormat(locale, { timeZone: 'UTC', dateStyle: 'long' }).format(new Date(`${day}T00:00:00Z`));
}
