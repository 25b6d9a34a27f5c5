import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { statesAllele } from '../knowledge/allele-rule.ts';
import { issueOn } from '../patient-issue.ts';
import type { CheckContext } from '../safety-check.ts';

/** Finds medicines that a gene variant of the patient contraindicates, when the free text of the record states the variant. */
export function alleleIssues({ input, items, knowledge }: CheckContext): DetectedIssue[] {
  const texts = (input.uncodedConditions ?? []).flatMap(({ en, zh }) => [en, zh]);
  const stated = knowledge.alleleRules.flatMap((one) => {
    const text = texts.find((words) => statesAllele(words, one.rule.written));
    return text === undefined ? [] : { ...one, text };
  });
  return items.flatMap((item) =>
    item.ingredients.flatMap((ingredient) =>
      stated
        .filter(({ ingredients }) => ingredients.has(ingredient.id))
        .map(({ rule, text }) =>
          issueOn(item, ingredient, {
            check: 'condition',
            rule: rule.id,
            severity: rule.severity,
            title: { en: `${ingredient.en} with “${text}”`, zh: `${ingredient.zh}与“${text}”` },
            mechanism: { en: rule.reasonEn, zh: rule.reasonZh },
            advice: { en: 'Choose another medicine.', zh: '请换用其他药品。' },
            evidence: text,
            source: rule.source,
          }),
        ),
    ),
  );
}
