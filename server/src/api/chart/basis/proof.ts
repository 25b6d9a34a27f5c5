import { icdCategory, isOutdated } from '@yunzhen/shared/chart/visit-basis';
import { AppError } from '@yunzhen/shared/core/errors';
import type { Evidence } from './basis.repository.ts';

/** Throws unless the evidence proves a diagnosis of the code’s category: `visit-basis.evidence-unusable` with the fault, `visit-basis.not-opened`. */
export function requireProof(
  { source, diagnosedOn, diagnoses, pages }: Evidence,
  code: string,
  { today, maxAgeDays, opened }: { today: string; maxAgeDays: number; opened: ReadonlySet<string> },
): void {
  if (isOutdated(diagnosedOn, today, maxAgeDays)) throw unusable('outdated', 'evidence is too old');
  if (source === 'here') {
    if (diagnoses.some((each) => icdCategory(each.code) === icdCategory(code))) return;
    throw unusable('other-diagnosis', 'the earlier visit had other diagnoses');
  }
  if (pages.length === 0) throw unusable('no-pages', 'evidence has no pages');
  if (pages.some(({ id }) => !opened.has(id))) {
    throw new AppError('visit-basis.not-opened', 'the doctor has not opened every page');
  }
}

function unusable(fault: string, message: string): AppError {
  return new AppError('visit-basis.evidence-unusable', message, { facts: { fault } });
}
