import { defineRoute } from '../core/route.ts';
import type { rulesSchemas } from './rules.schemas.ts';

export type { BenchEvidence, ReleaseEvidence, RuleEntry, Circumstances, StatedCircumstances } from './rules.schemas.ts';

export const listRules = defineRoute<typeof rulesSchemas, 'listRules'>({
  name: 'listRules',
  method: 'GET',
  path: '/api/rules',
  permission: 'rules.read',
});

export const readCircumstances = defineRoute<typeof rulesSchemas, 'readCircumstances'>({
  name: 'readCircumstances',
  method: 'GET',
  path: '/api/prescriptions/:prescriptionId/circumstances',
  permission: 'prescription.write',
});

export const stateCircumstances = defineRoute<typeof rulesSchemas, 'stateCircumstances'>({
  name: 'stateCircumstances',
  method: 'PUT',
  path: '/api/prescriptions/:prescriptionId/circumstances',
  permission: 'prescription.write',
});
