import { isInForce } from './dosing/jurisdictions.ts';
import type { ResolvedItem } from './recognition/resolve-medicines.ts';
import type { CheckContext } from './safety-check.ts';

/** Returns whether a rule applies to a line of the draft in this country and at this length of the course. */
export function isInScope(ruleId: string, item: ResolvedItem, context: CheckContext): boolean {
  const scope = context.knowledge.ruleScopes.get(ruleId);
  if (!scope) return true;
  if (!isInForce(scope.jurisdictions, context.input.jurisdiction)) return false;
  return scope.aboveDays === null || isLonger(item, scope.aboveDays, context);
}

/** A medicine that the patient takes already is taken for longer than this line. An unknown length counts as longer. */
function isLonger({ item, ingredients }: ResolvedItem, days: number, { active }: CheckContext): boolean {
  const continues = active.some((one) => one.ingredients.some(({ id }) => ingredients.some((own) => own.id === id)));
  return continues || item.durationDays === null || item.durationDays > days;
}
