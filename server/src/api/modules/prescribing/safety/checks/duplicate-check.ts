import type { DetectedIssue } from '@yunzhen/shared/contract/prescribing';
import type { LocalizedText } from '@yunzhen/shared/domain/locale';
import type { MedicineRoute } from '@yunzhen/shared/domain/medicine-words';
import type { Ingredient } from '../../formulary/ingredient.ts';
import type { CheckContext, NotChecked, SafetyCheck } from '../safety-check.ts';
import type { Severity } from '../severity.ts';
import { isOverridable } from '../severity.ts';

const SOURCE = 'Duplicate therapy by ingredient and by ATC level 4';
const ATC_LEVEL_4 = 5;
/** ATC groups called "other" hold unlike substances, so sharing one is no duplication. */
const OTHER_GROUP = /X$/;
/** Level 4 groups whose members are meant to be taken together: a reliever and a long-acting bronchodilator; vitamins. */
const MEANT_TOGETHER = new Set(['R03AC', 'R03BB', 'A11CC', 'A12AA']);
const LOCAL_ROUTES: ReadonlySet<MedicineRoute> = new Set([
  'topical',
  'ophthalmic',
  'otic',
  'nasal',
  'vaginal',
  'oromucosal',
]);

interface Side {
  readonly key: string;
  readonly itemId: string | undefined;
  readonly label: LocalizedText;
  readonly ingredients: readonly Ingredient[];
  /** Undefined for a medicine of which only the name is known. */
  readonly route: MedicineRoute | undefined;
}

/**
 * The same ingredient twice, or two of one pharmacological class, among the draft and what the patient takes already.
 * A warning, never a block: two strengths of one medicine may be what makes the dose.
 */
export const duplicateCheck: SafetyCheck = {
  name: 'duplicate',
  run(context) {
    const drafts: Side[] = context.items.map(({ item, label, ingredients }) => ({
      key: item.id,
      itemId: item.id,
      label,
      ingredients,
      route: item.route,
    }));
    const active: Side[] = context.active.map(({ medicine, product, label, ingredients }) => ({
      key: medicine.id,
      itemId: undefined,
      label,
      ingredients,
      route: product?.routes[0],
    }));
    const issues: DetectedIssue[] = [];
    drafts.forEach((draft, at) => {
      for (const other of [...drafts.slice(at + 1), ...active]) issues.push(...compare(draft, other));
    });
    return { issues, notChecked: missingMedicines(context) };
  },
};

/** Shared with the interaction check: what is not known of the patient's medicines cannot be compared. */
export function missingMedicines(
  { input, unresolved }: CheckContext,
  check: 'duplicate' | 'interaction' = 'duplicate',
): NotChecked[] {
  const itemIds = input.items.map((item) => item.id);
  const missing: NotChecked[] = unresolved.map(({ part }) => ({
    check,
    itemIds,
    reason: {
      en: `The medicine "${part}" could not be matched to a substance that is known here.`,
      zh: `用药“${part}”无法对应到已知成分。`,
    },
  }));
  if (!input.medicinesStated) {
    missing.push({
      check,
      itemIds,
      reason: {
        en: 'Nobody has recorded yet what the patient takes; only this draft and prescriptions from here were compared.',
        zh: '尚未记录患者当前用药，仅比较了本处方及本院处方。',
      },
    });
  }
  return missing;
}

function compare(draft: Side, other: Side): DetectedIssue[] {
  for (const one of draft.ingredients) {
    const same = other.ingredients.find((ingredient) => ingredient.id === one.id);
    if (same)
      return [issue('ingredient', one.id, draft, other, isLocal(draft) === isLocal(other) ? 'moderate' : 'minor', one)];
  }
  if (isLocal(draft) || isLocal(other)) return [];
  for (const one of draft.ingredients) {
    const group = one.atc.slice(0, ATC_LEVEL_4);
    if (group.length < ATC_LEVEL_4 || OTHER_GROUP.test(group) || MEANT_TOGETHER.has(group)) continue;
    if (other.ingredients.some((ingredient) => ingredient.atc.startsWith(group))) {
      return [issue('class', group, draft, other, 'moderate', undefined)];
    }
  }
  return [];
}

function isLocal(side: Side): boolean {
  return side.route !== undefined && LOCAL_ROUTES.has(side.route);
}

function issue(
  kind: 'ingredient' | 'class',
  what: string,
  draft: Side,
  other: Side,
  severity: Severity,
  shared: Ingredient | undefined,
): DetectedIssue {
  return {
    id: `duplicate:${kind}:${what}:${draft.key}:${other.key}`,
    check: 'duplicate',
    severity,
    itemIds: [draft.itemId, other.itemId].flatMap((id) => id ?? []),
    title: shared
      ? { en: `${shared.en} twice`, zh: `${shared.zh}重复` }
      : {
          en: `Two of one class: ${draft.label.en} and ${other.label.en}`,
          zh: `同类药物重复：${draft.label.zh}与${other.label.zh}`,
        },
    mechanism: shared
      ? { en: `Both hold ${shared.en}, so the doses add up.`, zh: `两者均含${shared.zh}，剂量叠加。` }
      : { en: 'They act in the same way; effects and side effects add up.', zh: '作用机制相同，疗效与不良反应叠加。' },
    advice: {
      en: 'Stop one of them, or say why both are wanted.',
      zh: '请停用其一，或说明联用理由。',
    },
    evidence: `${draft.label.en} ${draft.label.zh} · ${other.label.en} ${other.label.zh} (${what})`,
    source: SOURCE,
    overridable: isOverridable(severity),
  };
}
