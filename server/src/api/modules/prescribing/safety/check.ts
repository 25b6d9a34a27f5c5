import type { LocalizedText } from '@yunzhen/shared/domain/locale';
import type { KnowledgeBase } from './knowledge-base.ts';
import { loadKnowledgeBase } from './knowledge-base.ts';
import { checkRegistry } from './check-registry.ts';
import { resolveActive, resolveItems } from './resolve-medicines.ts';
import type { CheckContext, NotChecked, SafetyCheck, SafetyFindings } from './safety-check.ts';
import type { SafetyInput } from './safety-input.ts';
import { severities } from './severity.ts';
import { unknownSubstances } from './unknown-substances.ts';

const BROKEN: LocalizedText = {
  en: 'The check failed to run. Treat the prescription as unchecked in this respect.',
  zh: '该项检查未能运行，请视为未检查。',
};

/**
 * Runs every check on a draft. Never throws for what a check does: a check that breaks is reported as not done, and the
 * others still run. Issues come worst first. `checks` names those that ran to the end; a check may have run and yet say
 * in `notChecked` what it could not look at.
 */
export function checkSafety(
  input: SafetyInput,
  knowledge: KnowledgeBase = loadKnowledgeBase(),
  registry: readonly SafetyCheck[] = checkRegistry,
): SafetyFindings {
  const items = resolveItems(input.items, input.catalogue);
  const active = resolveActive(input.activeMedicines, input.catalogue);
  const context: CheckContext = {
    input,
    knowledge,
    items: items.known,
    active: active.known,
    unresolved: active.unresolved,
  };
  const checks: string[] = [];
  const issues: SafetyFindings['issues'] = [];
  const notChecked: NotChecked[] = [];
  for (const check of registry) {
    notChecked.push(...unknownSubstances(check.name, context));
    for (const item of items.unknown) notChecked.push(unknownProduct(check.name, item.id, item.productId));
    try {
      const found = check.run(context);
      issues.push(...found.issues);
      notChecked.push(...found.notChecked);
      checks.push(check.name);
    } catch {
      notChecked.push({ check: check.name, itemIds: input.items.map((item) => item.id), reason: BROKEN });
    }
  }
  issues.sort((a, b) => severities.indexOf(b.severity) - severities.indexOf(a.severity));
  const dataVersion = dataVersionOf(input.catalogue.version, knowledge.version);
  return { dataVersion, checks, issues, notChecked: merged(notChecked) };
}

/** What a caller says when the checks could not be run at all: every one of them is named as not done. */
export function notCheckedAll(
  reason: LocalizedText,
  itemIds: readonly string[],
  registry: readonly SafetyCheck[] = checkRegistry,
): SafetyFindings {
  return {
    dataVersion: 'none',
    checks: [],
    issues: [],
    notChecked: registry.map((check) => ({ check: check.name, itemIds: [...itemIds], reason })),
  };
}

/** The version of everything a result rests on, kept with it. */
export function dataVersionOf(catalogueVersion: string, knowledgeVersion: string): string {
  return `formulary ${catalogueVersion}, rules ${knowledgeVersion}`;
}

/** One line for one reason of one check, naming all the lines of the draft that it concerns. */
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
      en: `The product ${productId} is not in the formulary, so what is in it is not known.`,
      zh: `药品目录中无此药品（${productId}），成分未知。`,
    },
  };
}
