import type { DetectedIssue } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';

/** Refuses while an alert stands that nobody may override, at the signature and again at the approval. */
export function assertNoFixedIssue(issues: readonly DetectedIssue[]): void {
  const fixed = issues.find((issue) => !issue.overridable);
  if (!fixed) return;
  throw new AppError('prescription.issue-not-overridable', 'an alert that can’t be overridden', {
    facts: { issue: fixed.id },
  });
}
