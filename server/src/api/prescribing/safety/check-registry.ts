import { ageCheck } from './checks/age-check.ts';
import { allergyCheck } from './checks/allergy-check.ts';
import { conditionCheck } from './checks/condition-check.ts';
import { doseCheck } from './checks/dose-check.ts';
import { duplicateCheck } from './checks/duplicate-check.ts';
import { interactionCheck } from './checks/interaction-check.ts';
import { pregnancyCheck } from './checks/pregnancy-check.ts';
import { renalCheck } from './checks/renal-check.ts';
import type { SafetyCheck } from './safety-check.ts';

/** Every check that runs on a draft. A check that is not listed does not run and is never reported as run. */
export const checkRegistry: readonly SafetyCheck[] = Object.freeze([
  allergyCheck,
  interactionCheck,
  conditionCheck,
  pregnancyCheck,
  duplicateCheck,
  doseCheck,
  ageCheck,
  renalCheck,
]);
