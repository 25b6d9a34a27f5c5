import type { RuleFinding } from '@yunzhen/shared/contract/prescribing';
import { chineseInternetHospitalRules } from './cn-internet-hospital.ts';
import { genericRules } from './generic.ts';
import type { Rule, RuleInput } from './rule.ts';

/** The rules of a jurisdiction. One that has no pack of its own has the generic rules. */
export function rulePack(jurisdiction: string): readonly Rule[] {
  return jurisdiction === 'CN' ? [...genericRules, ...chineseInternetHospitalRules] : genericRules;
}

/** Every rule in force that stands against signing. */
export function rulesAgainst(jurisdiction: string, input: RuleInput): RuleFinding[] {
  return rulePack(jurisdiction)
    .filter((rule) => rule.effectiveFrom <= input.today && rule.blocks(input))
    .map(({ id, text, source }) => ({ ruleId: id, text, source }));
}
