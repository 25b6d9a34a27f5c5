import { localized } from '@yunzhen/shared/core/locale';
import * as letterhead from '../../../platform/paper/letterhead.ts';
import { otherLocale } from './prescription-sheet.ts';
import type { PrescriptionSheet } from './prescription-sheet.ts';

/** Hospital, title and number: what says at arm's length whose prescription this is. Returns where the form may begin. */
export function drawHeading({ paper, prescription, locale, labels }: PrescriptionSheet): number {
  const { hospital, number } = prescription;
  return letterhead.drawLetterhead(paper, {
    name: localized(hospital.name, locale),
    otherName: localized(hospital.name, otherLocale(locale)),
    logo: hospital.logo,
    title: labels.title,
    caption: `${labels.number} ${number}`,
  });
}

/** The second page and those after it say whose they are, in one line. */
export function drawRunningHead({ paper, prescription, locale, labels }: PrescriptionSheet): void {
  const { hospital, number, patient } = prescription;
  const head = `${localized(hospital.name, locale)}  ${labels.title}`;
  letterhead.drawRunningHead(paper, head, `${number}  ${patient.name}`);
}

/** Number of the page and of the document at the foot of each page. */
export function drawFoot({ paper, prescription, labels }: PrescriptionSheet, page: number, pages: number): void {
  letterhead.drawFoot(paper, `${prescription.number}  ${prescription.id}`, labels.pages(page, pages));
}
