import type { RuleFinding } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { RuleEntry } from '@yunzhen/shared/prescribing/rules.contract';
import { chineseStandingRules } from './cn-by-design.ts';
import { chineseInternetHospitalRules } from './cn-internet-hospital.ts';
import { genericRules } from './generic.ts';
import type { Rule, RuleInput } from './rule.ts';

/** Returns the rules of a jurisdiction, or the generic rules when it has no pack. */
export function rulePack(jurisdiction: string): readonly Rule[] {
  return jurisdiction === 'CN' ? [...genericRules, ...chineseInternetHospitalRules] : genericRules;
}

/** Returns every rule in force that blocks the signature. */
export function rulesAgainst(jurisdiction: string, input: RuleInput): RuleFinding[] {
  return rulePack(jurisdiction)
    .filter((rule) => rule.effectiveFrom <= input.today && rule.blocks(input))
    .map(({ id, refusal, source }) => ({ ruleId: id, text: refusal, source }));
}

/** Returns the packs that apply in a jurisdiction. */
export function packsOf(jurisdiction: string): RuleEntry['pack'][] {
  return jurisdiction === 'CN' ? ['generic', 'cn-internet-hospital'] : ['generic'];
}

const CHECKED = {
  en: 'Checked each time a draft is saved and again at signing. Signing is refused while the rule is not met.',
  zh: '每次保存草稿及签名时检查；不符合时拒绝签名。',
};

/** Returns every rule of both packs for readers: the checked ones and those enforced by design. */
export function allRules(): RuleEntry[] {
  const checked = (pack: RuleEntry['pack'], rules: readonly Rule[]): RuleEntry[] =>
    rules.map(({ id, source, effectiveFrom, statement }) => ({
      id,
      pack,
      source,
      effectiveFrom,
      text: statement,
      kind: 'checked',
      enforcement: CHECKED,
    }));
  const standing = chineseStandingRules.map(({ id, source, effectiveFrom, statement, enforcement }) => ({
    id,
    pack: 'cn-internet-hospital' as const,
    source,
    effectiveFrom,
    text: statement,
    kind: 'by-design' as const,
    enforcement,
  }));
  return [
    ...checked('generic', genericRules),
    ...checked('cn-internet-hospital', chineseInternetHospitalRules),
    ...standing,
  ];
}
