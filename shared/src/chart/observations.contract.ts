import { defineRoute } from '../core/route.ts';
import type { observationsSchemas } from './observations.schemas.ts';

export type { Observation, PregnancyStatement, SafetyFacts } from './observations.schemas.ts';

export const addObservation = defineRoute<typeof observationsSchemas, 'addObservation'>({
  name: 'addObservation',
  method: 'POST',
  path: '/api/patients/:patientId/observations',
  permission: 'chart.propose',
  status: 201,
});

export const addPregnancyStatement = defineRoute<typeof observationsSchemas, 'addPregnancyStatement'>({
  name: 'addPregnancyStatement',
  method: 'POST',
  path: '/api/patients/:patientId/pregnancy-statements',
  permission: 'chart.propose',
  status: 201,
});
