import { bleedingAndBellyRules } from './bleeding-and-belly.ts';
import { brainAndNervesRules } from './brain-and-nerves.ts';
import { harmFromOutsideRules } from './harm-from-outside.ts';
import { heartAndBreathRules } from './heart-and-breath.ts';
import { illnessRules } from './illness.ts';
import { knownIllnessRules } from './known-illness.ts';
import { plainFactsRules } from './plain-facts.ts';
import type { DetectionRule } from './rule.ts';

export const detectionRules: readonly DetectionRule[] = [
  ...heartAndBreathRules,
  ...brainAndNervesRules,
  ...bleedingAndBellyRules,
  ...harmFromOutsideRules,
  ...illnessRules,
  ...knownIllnessRules,
  ...plainFactsRules,
];
