import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';

/** Returns whether two drafts are equal, independent of property order. */
export function sameDraft(a: IntakeDraftContent, b: IntakeDraftContent): boolean {
  return canonical(a) === canonical(b);
}

/**
 * Merges two devices’ versions of a draft: each value that was changed since `basis`, and `mine` where both changed it. Answers belong to their form:
 * where the forms differ, the newly chosen form keeps its own answers. A danger sign is confirmed to be no emergency only where both say so.
 * The step stays that of `mine`.
 */
export function joinDrafts(
  basis: IntakeDraftContent,
  mine: IntakeDraftContent,
  theirs: IntakeDraftContent,
): IntakeDraftContent {
  const pick = <Key extends keyof IntakeDraftContent>(key: Key) =>
    canonical(mine[key]) === canonical(basis[key]) ? theirs[key] : mine[key];
  const form = pick('form');
  const priorEvidence = pick('priorEvidence');
  return {
    step: mine.step,
    question: mine.question,
    form,
    answers: joinedAnswers(basis, mine, theirs, form),
    duration: pick('duration'),
    priorDiagnosis: pick('priorDiagnosis'),
    priorDiagnosisDetail: pick('priorDiagnosisDetail'),
    ...(priorEvidence && { priorEvidence }),
    consent: pick('consent'),
    dismissedFlags: mine.dismissedFlags.filter((id) => theirs.dismissedFlags.includes(id)),
  };
}

function joinedAnswers(
  basis: IntakeDraftContent,
  mine: IntakeDraftContent,
  theirs: IntakeDraftContent,
  form: IntakeDraftContent['form'],
): IntakeDraftContent['answers'] {
  const isOf = (draft: IntakeDraftContent) => canonical(draft.form) === canonical(form);
  if (!isOf(mine)) return theirs.answers;
  if (!isOf(theirs)) return mine.answers;
  const before = isOf(basis) ? basis.answers : {};
  const joined = { ...theirs.answers };
  for (const id of new Set([...Object.keys(before), ...Object.keys(mine.answers)])) {
    const answer = mine.answers[id];
    if (canonical(answer) === canonical(before[id])) continue;
    if (answer === undefined) delete joined[id];
    else joined[id] = answer;
  }
  return joined;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
