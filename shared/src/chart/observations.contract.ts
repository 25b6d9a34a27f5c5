import { routesOf } from '../core/route.ts';
import type { observationsSchemas } from './observations.schemas.ts';

export type { Observation, PregnancyStatement, SafetyFacts } from './observations.schemas.ts';

const defineRoute = routesOf<typeof observationsSchemas>();

export const addObservation = defineRoute(
  'addObservation',
  'POST /api/patients/:patientId/observations',
  'chart.propose',
  { status: 201 },
);
export const addPregnancyStatement = defineRoute(
  'addPregnancyStatement',
  'POST /api/patients/:patientId/pregnancy-statements',
  'chart.propose',
  { status: 201 },
);
