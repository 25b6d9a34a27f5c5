import { routesOf } from '../core/route.ts';
import type { rulesSchemas } from './rules.schemas.ts';

export type { BenchEvidence, ReleaseEvidence, RuleEntry, Circumstances, StatedCircumstances } from './rules.schemas.ts';

const defineRoute = routesOf<typeof rulesSchemas>();

export const listRules = defineRoute('listRules', 'GET /api/rules', 'rules.read');
export const readCircumstances = defineRoute(
  'readCircumstances',
  'GET /api/prescriptions/:prescriptionId/circumstances',
  'prescription.write',
);
export const stateCircumstances = defineRoute(
  'stateCircumstances',
  'PUT /api/prescriptions/:prescriptionId/circumstances',
  'prescription.write',
);
