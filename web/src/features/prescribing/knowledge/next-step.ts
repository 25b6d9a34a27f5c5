import type { KnowledgeRule } from '@yunzhen/shared/prescribing/knowledge.contract';

/** The next step of the decision about a rule that this account may take; null for none. A change or switch-off needs its form. */
export function nextStepOf({
  state,
  needsAnother,
  proposed,
}: Pick<KnowledgeRule, 'state' | 'needsAnother' | 'proposed'>) {
  if (needsAnother || state === 'signed' || (proposed && state === 'outdated')) return null;
  if (state === 'proposed') return 'check';
  return state === 'checked' ? 'sign' : 'accept';
}
