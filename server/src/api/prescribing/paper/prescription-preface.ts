import { localized, punctuationOf } from '@yunzhen/shared/core/locale';
import { drawCells, type Cell } from '../../../platform/paper/blocks.ts';
import { inBrackets } from '../../../platform/paper/in-brackets.ts';
import type { PrescriptionSheet } from './prescription-sheet.ts';

/** Draws the grid above the medicines: patient, doctor, time and reason. Returns its bottom edge. */
export function drawPreface(sheet: PrescriptionSheet, top: number): number {
  const { paper, prescription, locale, labels } = sheet;
  const { patient } = prescription;
  const identity = { label: labels.identity, value: patient.identityMasked };
  const { recordNumber } = patient;
  const rows: readonly (readonly Cell[])[] = [
    [
      { label: labels.patient, value: patient.name, columns: 4, weight: 'semibold' },
      { label: labels.sex, value: labels.sexes[patient.sex], columns: 2 },
      ageCell(sheet),
      { ...(recordNumber ? { label: labels.recordNumber, value: recordNumber } : identity), columns: 4 },
    ],
    [
      ...(recordNumber ? [{ ...identity, columns: 3 }] : []),
      ...[
        { label: labels.department, value: localized(prescription.department, locale) },
        { label: labels.issuedAt, value: localized(prescription.issuedAt.text, locale) },
        { label: labels.validUntil, value: localized(prescription.validUntil.text, locale) },
      ].map((cell) => ({ ...cell, columns: recordNumber ? 3 : 4 })),
    ],
    [
      { label: labels.diagnoses, value: diagnosesText(sheet), columns: 8 },
      { label: labels.allergies, value: allergiesText(sheet), columns: 4, weight: allergyWeight(sheet) },
    ],
  ];
  let y = top;
  for (const row of rows) y = drawCells(paper, row, y) + paper.pt(5);
  paper.rule(y);
  return y + paper.pt(10);
}

function ageCell({ prescription: { patient }, locale, labels }: PrescriptionSheet): Cell {
  const age = localized(patient.age, locale);
  if (!patient.weight) return { label: labels.age, value: age, columns: 2 };
  return {
    label: labels.ageAndWeight,
    value: [age, localized(patient.weight, locale)].join(punctuationOf(locale).comma),
    columns: 2,
  };
}

function diagnosesText({ prescription, locale, labels }: PrescriptionSheet): string {
  return prescription.diagnoses
    .map(({ code, title }) => inBrackets(localized(title, locale), code, locale))
    .join(labels.listSeparator);
}

function allergiesText({ prescription: { allergies }, labels }: PrescriptionSheet): string {
  if (allergies.state === 'none-known') return labels.noneKnown;
  return allergies.state === 'recorded' ? allergies.substances.join(labels.listSeparator) : labels.notAsked;
}

/** Returns the weight of the allergy text: bold instead of red, so that it stands out on a black-and-white printer. */
function allergyWeight({ prescription }: PrescriptionSheet): 'regular' | 'semibold' {
  return prescription.allergies.state === 'none-known' ? 'regular' : 'semibold';
}
