import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Ingredient } from '../../catalogues/index.ts';
import type { ResolvedItem } from './recognition/resolve-medicines.ts';
import type { CheckName, NotChecked } from './safety-check.ts';
import type { Severity } from './severity.ts';
import { isOverridable } from './severity.ts';

interface Finding {
  readonly check: CheckName;
  /** Identifies the rule or limit, so that the same finding keeps its id across saves. */
  readonly rule: string;
  readonly severity: Severity;
  readonly title: LocalizedText;
  readonly mechanism: LocalizedText;
  readonly advice: LocalizedText;
  readonly evidence: string;
  readonly condition?: LocalizedText;
  readonly source: string;
}

/** Returns a finding about one ingredient of one line of the draft. */
export function issueOn({ item }: ResolvedItem, ingredient: Ingredient, finding: Finding): DetectedIssue {
  const { rule, ...rest } = finding;
  return {
    id: `${finding.check}:${rule}:${ingredient.id}:${item.id}`,
    itemIds: [item.id],
    overridable: isOverridable(finding.severity),
    ...rest,
  };
}

/** Returns what could not be checked on some lines, naming their medicines. */
export function notCheckedFor(
  check: CheckName,
  items: readonly ResolvedItem[],
  reason: (names: LocalizedText) => LocalizedText,
): NotChecked[] {
  if (items.length === 0) return [];
  const names = {
    en: items.map(({ label }) => label.en).join(', '),
    zh: items.map(({ label }) => label.zh).join('、'),
  };
  return [{ check, itemIds: items.map(({ item }) => item.id), reason: reason(names) }];
}
