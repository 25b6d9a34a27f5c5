import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import type { Ingredient } from '../../../catalogues/index.ts';
import { isPastSingleDose } from '../dosing/past-single-dose.ts';
import { isSingleDose } from '../dosing/single-dose.ts';
import type { InteractionRule } from '../knowledge/interaction-rule.ts';
import type { KnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { CheckContext, NotChecked, SafetyCheck } from '../safety-check.ts';
import { incompatibilityIssues } from '../patents/herb-issues.ts';
import { notComparedOfPatents } from '../patents/patent-issues.ts';
import { rulesFor, type RuleBetween } from './patient-interactions.ts';
import { unknownKidneys } from './unknown-kidneys.ts';
import { startDoseIssues } from './start-dose-issues.ts';
import { tripleIssues } from './triple-issues.ts';
import { isLocalRoute, missingMedicines, otherOf, sidesOf } from '../sides.ts';
import type { Side } from '../sides.ts';
import type { Severity } from '../severity.ts';
import { isOverridable, severities } from '../severity.ts';

/** Enough of these is absorbed from eye or vagina to act in the body, so a local route does not lower the grade. */
const ABSORBED_ALL_THE_SAME = new Set(['timolol', 'miconazole']);
/** Of these nothing measurable is absorbed from skin, eye or ear, so they meet no other medicine there. */
const NOT_ABSORBED = new Set([
  'ketoconazole',
  'erythromycin',
  'clindamycin',
  'metronidazole',
  'ciprofloxacin',
  'levofloxacin',
  'moxifloxacin',
  'ofloxacin',
  'gatifloxacin',
]);

/** The severity when one of the two medicines is applied locally; other severities are dropped. */
const WHEN_LOCAL: Partial<Record<Severity, Severity>> = { contraindicated: 'serious', serious: 'moderate' };

/** Compares every ingredient of the draft with the other ingredients of the draft and with all current medicines. */
export const interactionCheck: SafetyCheck = {
  name: 'interaction',
  run(context) {
    const { drafts, active: taken } = sidesOf(context);
    // Today's dose of the same medicine is reported instead of one of a month ago.
    const active = taken.filter((side) => !(isPastSingleDose(side) && drafts.some((draft) => givesAgain(draft, side))));
    const issues: DetectedIssue[] = [];
    const between = rulesFor(context.input, context.knowledge);
    const repeated = repeatedOf([...drafts, ...active]);
    drafts.forEach((draft, at) => {
      for (const other of [...drafts.slice(at + 1), ...active])
        issues.push(...compare(draft, other, between, { repeated, ...context.knowledge }));
    });
    issues.push(...tripleIssues(context), ...startDoseIssues(context), ...incompatibilityIssues(context));
    return {
      issues,
      notChecked: [
        ...missingMedicines(context, 'interaction'),
        ...notComparedOfPatents('interaction', context),
        ...unknownIngredients(context),
        ...unknownKidneys(context, drafts, active),
      ],
    };
  },
};

/** The knowledge, and the ids of ingredients that more than one medicine contains, of which no dose is a single one. */
type Knowledge = KnowledgeBase & { readonly repeated: ReadonlySet<string> };

/** Returns whether a line gives what the patient took once, and gives it to the whole body. */
function givesAgain(draft: Side, { ingredients }: Side): boolean {
  return draft.route === 'oral' && ingredients.every(({ id }) => draft.ingredients.some((own) => own.id === id));
}

function repeatedOf(sides: readonly Side[]): ReadonlySet<string> {
  const ids = sides.flatMap(({ ingredients }) => [...new Set(ingredients.map(({ id }) => id))]);
  return new Set(ids.filter((id, at) => ids.indexOf(id) !== at));
}

function compare(draft: Side, other: Side, between: RuleBetween, knowledge: Knowledge): DetectedIssue[] {
  const byRule = new Map<string, DetectedIssue>();
  for (const a of draft.ingredients) {
    for (const b of other.ingredients) {
      const rule = between(a.id, b.id);
      if (!rule || byRule.has(rule.id)) continue;
      if (isNotAbsorbed(a, draft.route) || isNotAbsorbed(b, other.route)) continue;
      const local = staysLocal(a, draft.route) || staysLocal(b, other.route);
      const own = appliedGrade(rule, [draft, a], [other, b], knowledge);
      const graded = onceGrade(rule, [draft, a], [other, b], knowledge);
      const severity = own ?? (local ? WHEN_LOCAL[graded] : graded);
      if (severity && severity !== 'none') byRule.set(rule.id, issueOf(rule, severity, [draft, a], [other, b]));
    }
  }
  return [...byRule.values()];
}

/**
 * Returns the grade for an inhaled, nasal or local medicine, of which little is absorbed, where a rule has its own grade for it. It is final: a local
 * route does not lower it again.
 */
function appliedGrade(
  rule: InteractionRule,
  one: readonly [Side, Ingredient],
  other: readonly [Side, Ingredient],
  { inhaledGrades }: KnowledgeBase,
): Severity | 'none' | undefined {
  const grade = inhaledGrades.find((candidate) => candidate.rule.id === rule.id);
  const applied = ([{ route }, { id }]: readonly [Side, Ingredient]) =>
    route !== undefined &&
    (route === 'inhalation' || route === 'nasal' || isLocalRoute(route)) &&
    grade?.ingredients.has(id);
  return applied(one) || applied(other) ? grade?.rule.severity : undefined;
}

/** Returns the grade of a rule, lowered where one of the two is given once and a source tells that from a course. */
function onceGrade(
  rule: InteractionRule,
  one: readonly [Side, Ingredient],
  other: readonly [Side, Ingredient],
  { singleDoseGrades, repeated }: Knowledge,
): Severity {
  const found = singleDoseGrades.find(
    (grade) =>
      grade.rule.id === rule.id &&
      [one, other].some(
        ([side, ingredient]) =>
          !repeated.has(ingredient.id) &&
          grade.ingredients.has(ingredient.id) &&
          isSingleDose(side, ingredient, grade.rule),
      ),
  );
  return found && severities.indexOf(found.rule.severity) < severities.indexOf(rule.severity)
    ? found.rule.severity
    : rule.severity;
}

/** From the vagina more is absorbed than from skin, eye and ear. */
function isNotAbsorbed({ id }: Ingredient, route: MedicineRoute | undefined): boolean {
  return NOT_ABSORBED.has(id) && (route === 'topical' || route === 'ophthalmic' || route === 'otic');
}

function staysLocal(ingredient: Ingredient, route: MedicineRoute | undefined): boolean {
  return route !== undefined && isLocalRoute(route) && !ABSORBED_ALL_THE_SAME.has(ingredient.id);
}

function issueOf(
  rule: InteractionRule,
  severity: Severity,
  [draft, a]: [Side, Ingredient],
  [other, b]: [Side, Ingredient],
): DetectedIssue {
  return {
    id: `interaction:${rule.id}:${a.id}:${b.id}:${draft.key}:${other.key}`,
    check: 'interaction',
    severity,
    itemIds: [draft.itemId, other.itemId].flatMap((id) => id ?? []),
    title: { en: `${a.en} with ${b.en}`, zh: `${a.zh}与${b.zh}` },
    mechanism: rule.mechanism,
    advice: rule.advice,
    evidence: rule.evidence,
    source: rule.source,
    overridable: isOverridable(severity),
    other: otherOf(other),
  };
}

/** Reports ingredients that no rule names and no curator has reviewed as not checked. */
function unknownIngredients({ items, input, knowledge }: CheckContext): NotChecked[] {
  if (input.items.length + input.activeMedicines.length < 2) return [];
  return items.flatMap(({ item, ingredients }) => {
    if (isLocalRoute(item.route)) return [];
    const unknown = ingredients.filter(
      ({ id, unknown: ofTheHospital }) =>
        !ofTheHospital && !knowledge.interactions.knows(id) && !knowledge.quietIngredients.has(id),
    );
    return unknown.map((ingredient) => ({
      check: 'interaction',
      itemIds: [item.id],
      reason: {
        en: `There are no interaction data for ${ingredient.en}.`,
        zh: `规则库中没有${ingredient.zh}的相互作用资料。`,
      },
    }));
  });
}
