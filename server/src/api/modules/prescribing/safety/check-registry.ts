import { allergyCheck } from './checks/allergy-check.ts';
import { duplicateCheck } from './checks/duplicate-check.ts';
import { interactionCheck } from './checks/interaction-check.ts';
import type { SafetyCheck } from './safety-check.ts';

/** Every check that runs on a draft. One that is not here is not done, and nothing claims that it was. */
export const checkRegistry: readonly SafetyCheck[] = Object.freeze([allergyCheck, duplicateCheck, interactionCheck]);
