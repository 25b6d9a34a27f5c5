import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { bySeverity } from './check-view-model.ts';

/** Issues shown as one row: they have the same severity and mechanism and concern a common line. */
export interface AlertGroup {
  readonly id: string;
  readonly severity: DetectedIssue['severity'];
  readonly issues: readonly [DetectedIssue, ...DetectedIssue[]];
}

/**
 * Returns the issues as rows, most severe first. Only issues that can be overridden share a row, so that each contraindication has its own; no issue
 * is left out.
 */
export function alertGroups(issues: readonly DetectedIssue[]): AlertGroup[] {
  const groups: [DetectedIssue, ...DetectedIssue[]][] = [];
  for (const issue of bySeverity([...issues])) {
    const group = groups.find(([first]) => isSameMechanism(first, issue));
    if (group) group.push(issue);
    else groups.push([issue]);
  }
  return groups.map((each) => ({ id: each[0].id, severity: each[0].severity, issues: each }));
}

function isSameMechanism(a: DetectedIssue, b: DetectedIssue): boolean {
  return (
    a.overridable &&
    b.overridable &&
    a.severity === b.severity &&
    a.mechanism.en === b.mechanism.en &&
    a.itemIds.some((id) => b.itemIds.includes(id))
  );
}
