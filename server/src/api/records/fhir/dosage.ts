import type { Dosage, Timing as FhirTiming, TimingRepeat } from '@medplum/fhirtypes';
import type { PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { doseSteps } from '@yunzhen/shared/prescribing/dose/course';
import { unitName, type MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { Timing, TimingWhen } from '@yunzhen/shared/prescribing/dose/timing';
import { coding, compact, concept, systems, type Words } from './fhir-values.ts';

/** Maps to R4 EventTiming. */
const whens: Record<TimingWhen, NonNullable<TimingRepeat['when']>[number]> = {
  morning: 'MORN',
  noon: 'NOON',
  evening: 'EVE',
  bedtime: 'HS',
  'before-meal': 'AC',
  'after-meal': 'PC',
  'with-meal': 'C',
};
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** SNOMED CT concepts of the R4 example value set for routes. A route whose meaning differs has no code, only our text. */
const routes: Partial<Record<MedicineRoute, readonly [code: string, display: string]>> = {
  oral: ['26643006', 'Oral route'],
  sublingual: ['37839007', 'Sublingual route'],
  nasal: ['46713006', 'Nasal route'],
  ophthalmic: ['54485002', 'Ophthalmic route'],
  otic: ['10547007', 'Otic route'],
  topical: ['6064005', 'Topical route'],
  rectal: ['37161004', 'Rectal route'],
  vaginal: ['16857009', 'Vaginal route'],
  subcutaneous: ['34206005', 'Subcutaneous route'],
  intramuscular: ['78421000', 'Intramuscular route'],
  intravenous: ['47625008', 'Intravenous route'],
  transdermal: ['45890007', 'Transdermal route'],
};

/** Units with a UCUM code; tablets, puffs and the like are countable units without one. */
const ucumUnits = ['mL', 'g', 'mg', 'ug', '[iU]'];

/** Returns an amount with its UCUM code when there is one, otherwise with the unit as text. */
export function amountOf({ value, unit }: { value: string; unit: string }, words: Words) {
  const name = words.text(unitName(unit));
  const coded = ucumUnits.includes(unit) ? { system: systems.ucum, code: unit } : {};
  return { value: Number(value), unit: name, ...coded };
}

const inDays = (value: number) => ({ value, unit: 'd', system: systems.ucum, code: 'd' });

function timingOf(timing: Timing, forDays: number | null): FhirTiming {
  return {
    repeat: compact<TimingRepeat>({
      boundsDuration: forDays === null ? undefined : inDays(forDays),
      frequency: timing.frequency,
      period: timing.period,
      periodUnit: timing.periodUnit,
      dayOfWeek: (timing.weekdays ?? []).map((day) => days[day - 1]).filter((day) => day !== undefined),
      when: timing.when === null ? [] : [whens[timing.when]],
    }),
  };
}

/** Returns one R4 Dosage per step of the course (`sequence`); the first contains the patient’s instruction. */
export function dosageOf(item: PrescriptionItem, words: Words): Dosage[] {
  const route = routes[item.route];
  const { asNeeded } = item;
  return doseSteps(item).map((step, index) =>
    compact<Dosage>({
      sequence: index + 1,
      text: index === 0 ? words.text(item.instruction) : undefined,
      patientInstruction: index === 0 && item.note !== '' ? item.note : undefined,
      timing: timingOf(step.timing, step.days),
      asNeededCodeableConcept: asNeeded ? concept(asNeeded.reason) : undefined,
      route: concept(item.route, ...(route ? [coding(systems.snomed, ...route)] : [])),
      doseAndRate: [{ doseQuantity: amountOf(step.dose, words) }],
      maxDosePerPeriod: asNeeded
        ? {
            numerator: {
              value: asNeeded.maxPerDay * Number(step.dose.value),
              unit: words.text(unitName(step.dose.unit)),
            },
            denominator: inDays(1),
          }
        : undefined,
    }),
  );
}

export { inDays };
