import type { Ingredient } from '../../../catalogues/index.ts';
import { withAge } from '../patient-facts.ts';
import type { CheckContext, NotChecked } from '../safety-check.ts';
import { isLocalRoute, type Side } from '../sides.ts';
import { severities } from '../severity.ts';
import { isWithinCode } from './combined-rules.ts';
import { rulesFor } from './patient-interactions.ts';

/** Kidney disease or failure whose code does not say how severe it is; N18 and N18.8 are of older editions. */
const UNSTAGED = ['=N18', 'N18.8', 'N18.9', 'N19', 'I12.0', 'I13.1', 'I13.2'];

/**
 * Reports pairs that would be graver with weak kidneys, when a kidney disease of unknown severity is on record without a recent eGFR. Coded stages
 * have rules of their own.
 */
export function unknownKidneys(
  { input, knowledge }: CheckContext,
  drafts: readonly Side[],
  active: readonly Side[],
): NotChecked[] {
  const { egfr, outdated } = input.patient;
  const isUnstaged = (code: string) => UNSTAGED.some((beginning) => isWithinCode(code, beginning));
  if (egfr !== null || !input.conditionCodes?.some(isUnstaged)) return [];
  const known = rulesFor(input, knowledge);
  const worst = rulesFor({ ...input, patient: { ...input.patient, egfr: 0 } }, knowledge);
  const isGraver = (a: Ingredient, b: Ingredient) => rank(worst(a.id, b.id)) > rank(known(a.id, b.id));
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
