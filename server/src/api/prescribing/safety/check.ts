import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import { withDecidedLimits, type DecidedLimits } from './knowledge/decided-limits.ts';
import { checkRegistry } from './check-registry.ts';
import { dataReviewedBy } from './knowledge/reviewed-data.ts';
import { resolveActive, resolveItems } from './recognition/resolve-medicines.ts';
import type { CheckContext, CheckName, NotChecked, SafetyCheck, SafetyFindings } from './safety-check.ts';
import type { DraftItem, SafetyInput } from './safety-input.ts';
import { severities } from './severity.ts';
import { unknownSubstances } from './recognition/unknown-substances.ts';

export const BROKEN: LocalizedText = {
  en: 'This check failed to run. Treat the prescription as not checked for it.',
  zh: '该项检查未能运行，请视为未检查。',
};

export const UNUSABLE_RELEASE: LocalizedText = {
  en: 'The hospital’s release of the rules cannot be used. Treat the prescription as not checked until another release is active.',
  zh: '本院启用的规则发布版无法使用。在启用其他版本之前，请视为未检查。',
};

/** The result of one check. `ran` is false when it threw or did not answer; `notChecked` then gives the reason. */
export interface CheckAnswer {
  readonly check: CheckName;
  readonly ran: boolean;
  readonly issues: readonly DetectedIssue[];
  readonly notChecked: readonly NotChecked[];
}

/** A draft prepared for its checks: every medicine is looked up once. */
export interface PreparedDraft extends CheckContext {
  /** Lines whose product the catalogue does not contain. */
  readonly unknown: readonly DraftItem[];
}

/** Looks up every medicine once for all checks. */
export function prepareDraft(input: SafetyInput, knowledge: KnowledgeBase): PreparedDraft {
  const items = resolveItems(input.items, input.catalogue);
  const active = resolveActive(input.activeMedicines, input.catalogue);
  const decided = decidedLimitsOf(knowledge);
  return {
    input,
    knowledge,
    items: items.known.map((item) => ({
      ...item,
      product: withDecidedLimits(item.product, decided, input.catalogue),
    })),
    unknown: items.unknown,
    active: active.known,
    unresolved: active.unresolved,
    partlyDenied: active.partlyDenied,
  };
}

/** Null when the rules cannot be read: then no largest dose is known. */
function decidedLimitsOf(knowledge: KnowledgeBase): DecidedLimits | null {
  try {
    return knowledge.decidedLimits;
  } catch {
    return null;
  }
}

/** Runs one check on a draft. An exception becomes "not checked" for the whole draft. */
export function runCheck(check: SafetyCheck, draft: PreparedDraft): CheckAnswer {
  const missing = [
    ...unknownSubstances(check.name, draft),
    ...draft.unknown.map((item) => unknownProduct(check.name, item.id, item.productId)),
  ];
  try {
    const { issues, notChecked } = check.run(draft);
    return { check: check.name, ran: true, issues, notChecked: [...missing, ...notChecked] };
  } catch {
    const itemIds = draft.input.items.map((item) => item.id);
    return unanswered(check.name, itemIds, BROKEN, missing);
  }
}

/** Returns the result for a check that did not answer. */
export function unanswered(
  check: CheckName,
  itemIds: readonly string[],
  reason: LocalizedText,
  missing: readonly NotChecked[] = [],
): CheckAnswer {
  return { check, ran: false, issues: [], notChecked: [...missing, { check, itemIds: [...itemIds], reason }] };
}

/** Combines the results of the checks in the given order. */
export function findingsOf(answers: readonly CheckAnswer[], dataVersion: string): SafetyFindings {
  const issues = answers.flatMap((answer) => answer.issues);
  issues.sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  return {
    dataVersion,
    dataReviewedBy: dataReviewedBy(),
    checks: answers.flatMap(({ ran, check }) => (ran ? check : [])),
    issues,
    notChecked: merged(answers.flatMap(({ notChecked }) => notChecked)),
  };
}

/** Returns the report for the case that no check could run: every check is named as not done. */
export function notCheckedAll(
  reason: LocalizedText,
  itemIds: readonly string[],
  registry: readonly SafetyCheck[] = checkRegistry,
): SafetyFindings {
  return {
    dataVersion: 'none',
    dataReviewedBy: null,
    checks: [],
    issues: [],
    notChecked: registry.map((check) => ({ check: check.name, itemIds: [...itemIds], reason })),
  };
}

/** Returns the combined version of all data that a result depends on, which is stored with the result. */
export function dataVersionOf(catalogueVersion: string, knowledgeVersion: string): string {
  return `formulary ${catalogueVersion}, rules ${knowledgeVersion}`;
}

/** Merges entries with the same check and reason into one that names all lines. */
function merged(notChecked: readonly NotChecked[]): NotChecked[] {
  const byReason = new Map<string, NotChecked>();
  for (const one of notChecked) {
    const key = `${one.check} ${one.reason.en}`;
    const before = byReason.get(key);
    const itemIds = [...new Set([...(before?.itemIds ?? []), ...one.itemIds])];
    byReason.set(key, { ...one, itemIds });
  }
  return [...byReason.values()];
}

function unknownProduct(check: string, itemId: string, productId: string): NotChecked {
  return {
    check,
    itemIds: [itemId],
    reason: {
      en: `Product ${productId} is not in the formulary, so its ingredients are not known.`,
      zh: `药品目录中无此药品（${productId}），成分未知。`,
    },
  };
}
