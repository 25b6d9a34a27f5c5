import type { InteractionRule } from '../knowledge/interaction-rule.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { PatientInteraction } from '../knowledge/patient-interaction.ts';
import type { SafetyInput } from '../safety-input.ts';
import { severities } from '../severity.ts';
import { isWithinCode } from './combined-rules.ts';

/** Returns the rule for two ingredients of this patient; undefined when there is none. */
export type RuleBetween = (a: string, b: string) => InteractionRule | undefined;

/** Returns how to find the graver one of the rule for every patient and the rules for what is known of this one. */
export function rulesFor(input: SafetyInput, { interactions, patientInteractions }: KnowledgeBase): RuleBetween {
  const holding = patientInteractions.filter(({ rule }) => holdsFor(rule, input));
  return (a, b) =>
    holding
      .filter(({ sides: [one, other] }) => (one.has(a) && other.has(b)) || (one.has(b) && other.has(a)))
      .map(({ asInteraction }) => asInteraction)
      .reduce<InteractionRule | undefined>(graver, interactions.between(a, b));
}

function graver(one: InteractionRule | undefined, other: InteractionRule): InteractionRule {
  return one && severities.indexOf(one.severity) >= severities.indexOf(other.severity) ? one : other;
}

function holdsFor(rule: PatientInteraction, { patient, conditionCodes }: SafetyInput): boolean {
  const { ageMonths, egfr, sex } = patient;
  if (rule.belowEgfr !== null && (egfr === null || egfr >= rule.belowEgfr)) return false;
  if (rule.sex !== null && rule.sex !== sex) return false;
  if (rule.fromMonths !== null && (ageMonths === null || ageMonths < rule.fromMonths)) return false;
  if (rule.belowMonths !== null && (ageMonths === null || ageMonths >= rule.belowMonths)) return false;
  const { conditions } = rule;
  return (
    conditions.length === 0 ||
    (conditionCodes ?? []).some((code) => conditions.some((beginning) => isWithinCode(code, beginning)))
  );
}
