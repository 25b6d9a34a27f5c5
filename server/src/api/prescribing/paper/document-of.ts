import { dateFormat } from '@yunzhen/shared/core/time/date-format';
import { bothNames } from '../../../platform/paper/both-names.ts';
import { ageInYears } from '@yunzhen/shared/core/patient';
import { stepTexts } from '@yunzhen/shared/prescribing/dose/instruction';
import { isMedicineUnit, routeLabels, unitName, unitLabels } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { asNeededText, timingText } from '@yunzhen/shared/prescribing/dose/timing';
import { toLocalizedText } from '@yunzhen/shared/core/locale';
import type { PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type {
  DocumentAllergies,
  DocumentAmount,
  DocumentItem,
  DocumentTime,
  PrescriptionDocument,
} from './prescription-document.ts';
import type { PrescriptionWithSurroundings, SignatureRow } from '../prescription.repository.ts';
import type { PatientFacts } from '../safety/safety-run.ts';
import { maskedIdentity } from '../signature/prescription-json.ts';

/** Formats an approved prescription for print, with times in the hospital’s time zone. */
export function toDocument(
  row: PrescriptionWithSurroundings,
  facts: PatientFacts,
  signed: { doctor: SignatureRow; pharmacist: SignatureRow },
  verificationUrl: string,
): PrescriptionDocument {
  const { around } = row;
  const time = (instant: Date) => timeText(around.timeZone, instant);
  const issuedAt = row.signedAt ?? signed.doctor.signedAt;
  const age = String(ageInYears(around.patientBirthDate, dayIn(around.timeZone, issuedAt)));
  return {
    id: row.id,
    number: row.number,
    hospital: { name: around.hospitalName, ...(around.hospitalPhone ? { phone: around.hospitalPhone } : {}) },
    department: around.department,
    issuedAt: time(issuedAt),
    validUntil: time(new Date((row.validUntil ?? issuedAt).getTime() - 1)),
    patient: {
      name: bothNames(around.patientName, around.patientNameLatin),
      sex: around.patientSex,
      age: { en: age, zh: `${age}岁` },
      identityMasked: maskedIdentity(around.identityLast4),
      ...(around.recordNumber === null ? {} : { recordNumber: around.recordNumber }),
    },
    diagnoses: row.diagnoses,
    allergies: allergiesOf(facts),
    items: row.items.map(toItem),
    doctor: {
      name: bothNames(around.doctorName, around.doctorNameLatin),
      licence: around.doctorLicence,
      signedAt: time(signed.doctor.signedAt),
    },
    pharmacist: {
      name: bothNames(around.pharmacistName ?? '', around.pharmacistNameLatin ?? ''),
      licence: around.pharmacistLicence ?? '',
      signedAt: time(signed.pharmacist.signedAt),
    },
    verificationUrl,
  };
}

function toItem(item: PrescriptionItem): DocumentItem {
  const often = timingText(item.timing);
  const condition = item.asNeeded ? asNeededText(item.asNeeded) : null;
  const steps = stepTexts(item);
  return {
    name: item.productName,
    strength: item.strength,
    form: item.form,
    dose: counted(item.dose),
    route: { en: routeLabels[item.route].where, zh: routeLabels[item.route].zh },
    timing: condition ? { en: `${often.en} ${condition.en}`, zh: `${often.zh}，${condition.zh}` } : often,
    days: item.durationDays,
    ...(steps.length > 0 ? { steps, ...(condition ? { condition } : {}) } : {}),
    quantity: counted(item.quantity),
    ...(item.note ? { note: item.note } : {}),
    substitutionAllowed: item.substitutionAllowed,
  };
}

/** Returns an amount with its unit in singular or plural: 1 tablet, 9 tablets. */
function counted({ value, unit }: { value: string; unit: string }): DocumentAmount {
  const name = unitName(unit);
  return { value, unit: isMedicineUnit(unit) && Number(value) > 1 ? { ...name, en: unitLabels[unit].many } : name };
}

function allergiesOf(facts: PatientFacts): DocumentAllergies {
  if (facts.allergies.length > 0)
    return { state: 'recorded', substances: facts.allergies.map((allergy) => allergy.substance) };
  return { state: facts.allergiesStated ? 'none-known' : 'not-asked' };
}

function timeText(timeZone: string, instant: Date): DocumentTime {
  const shape = { timeZone, dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' } as const;
  const text = toLocalizedText((locale) => dateFormat(locale, shape).format(instant));
  return { instant, text };
}
