import type { Observation, PregnancyStatement, SafetyFacts } from '@yunzhen/shared/chart/observations.contract';
import { observationFacts } from '@yunzhen/shared/chart/observation';
import { ckdEpi2021 } from '../../catalogues/index.ts';
import { inFirstUnit } from './observation-value.ts';
import { ageInYears, type Sex } from '@yunzhen/shared/core/patient';
import { egfrFact, lactationFact, pregnancyFact, weightFact } from '@yunzhen/shared/chart/safety-facts';
import { toAuthored } from '../entries/entry-sql.ts';
import type { ObservationRow } from './observations.repository.ts';

/** The patient facts that the calculation needs. */
export interface MeasuredPerson {
  birthDate: string;
  sex: Sex;
}

export function toObservation(row: ObservationRow, person: MeasuredPerson): Observation {
  return {
    ...toAuthored(row),
    measuredAt: row.measuredAt.toISOString(),
    code: observationFacts[row.kind].loinc,
    estimatedGfr: row.kind === 'creatinine' ? estimated(row, person) : null,
  };
}

function estimated(row: ObservationRow, { birthDate, sex }: MeasuredPerson) {
  const age = ageInYears(birthDate, row.measuredAt.toISOString().slice(0, 10));
  return ckdEpi2021(inFirstUnit('creatinine', row.value, row.unit).toNumber(), age, sex);
}

/** Returns the facts for the checks; of a reported and a calculated eGFR the later one. Observations must be sorted newest first. */
export function safetyFactsOf(
  observations: readonly Observation[],
  pregnancy: PregnancyStatement | null,
  ageYears: number,
  now: Date,
): SafetyFacts {
  const weight = observations.find(({ kind }) => kind === 'body-weight');
  const kidneys = observations.find(({ kind, estimatedGfr }) => kind === 'egfr' || estimatedGfr !== null);
  const egfr = kidneys && { value: kidneys.estimatedGfr?.value ?? Number(kidneys.value), at: kidneys.measuredAt };
  const record = pregnancy && { ...pregnancy, at: pregnancy.recordedAt };
  return {
    weightKg: weightFact(weight ? { value: weight.value, at: weight.measuredAt } : null, ageYears, now),
    egfr: { ...egfrFact(egfr ?? null, now), arithmetic: kidneys?.estimatedGfr?.arithmetic ?? null },
    pregnancy: pregnancyFact(record, now),
    lactation: lactationFact(record, now),
  };
}
