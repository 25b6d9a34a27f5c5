import type { Ingredient } from '../../../catalogues/index.ts';
import { withAge } from '../patient-facts.ts';
import type { CheckContext, NotChecked } from '../safety-check.ts';
import { isLocalRoute, type Side } from '../sides.ts';
import { severities } from '../severity.ts';
import { rulesFor } from './patient-interactions.ts';
import { mayHaveWeakKidneys } from './renal-check.ts';

/**
 * Reports pairs that would be graver with weak kidneys, when there is no recent eGFR and the kidneys may be weak or one of the two depends on them.
 * Coded stages and diabetes have rules of their own.
 */
export function unknownKidneys(
  { input, knowledge }: CheckContext,
  drafts: readonly Side[],
  active: readonly Side[],
): NotChecked[] {
  const { egfr, outdated } = input.patient;
  if (egfr !== null) return [];
  const doubtful = mayHaveWeakKidneys(input);
  const isCritical = ({ id }: Ingredient) => knowledge.renalCritical.some(({ ingredients }) => ingredients.has(id));
  const known = rulesFor(input, knowledge);
  const worst = rulesFor({ ...input, patient: { ...input.patient, egfr: 0 } }, knowledge);
  const isGraver = (a: Ingredient, b: Ingredient) =>
    (doubtful || isCritical(a) || isCritical(b)) && rank(worst(a.id, b.id)) > rank(known(a.id, b.id));
  return drafts.flatMap((draft, at) =>
    [...drafts.slice(at + 1), ...active].flatMap((other) => {
      if (isLocal(draft) || isLocal(other)) return [];
      const pair = draft.ingredients
        .flatMap((a) => other.ingredients.map((b) => [a, b] as const))
        .find(([a, b]) => isGraver(a, b));
      return pair ? [notCheckedOf([draft, other], pair, outdated?.egfr)] : [];
    }),
  );
}

function notCheckedOf(
  sides: readonly Side[],
  [a, b]: readonly [Ingredient, Ingredient],
  outdated: NotChecked['reason'] | undefined,
): NotChecked {
  return {
    check: 'interaction',
    itemIds: sides.flatMap(({ itemId }) => itemId ?? []),
    reason: withAge(
      {
        en: `No recent eGFR is recorded. The risk of ${a.en} with ${b.en} depends on it.`,
        zh: `无近期肾功能（eGFR）记录，而${a.zh}与${b.zh}合用的风险取决于肾功能。`,
      },
      outdated,
    ),
  };
}

function isLocal({ route }: Side): boolean {
  return route !== undefined && isLocalRoute(route);
}

function rank(rule: ReturnType<ReturnType<typeof rulesFor>>): number {
  return rule ? severities.indexOf(rule.severity) : -1;
}
