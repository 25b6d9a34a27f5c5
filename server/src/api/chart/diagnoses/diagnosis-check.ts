import type { Diagnosis } from '@yunzhen/shared/chart/chart.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { FieldError } from '@yunzhen/shared/core/errors';

/** A diagnosis as the doctor chose it; the title comes from the terminology. */
export type ChosenDiagnosis = Pick<Diagnosis, 'code' | 'primary' | 'certainty'>;

/** Returns the errors of a list: unknown codes, duplicate codes, not exactly one primary diagnosis (unless empty). */
export function diagnosisErrors(
  items: readonly ChosenDiagnosis[],
  titleOf: (code: string) => LocalizedText | null,
): FieldError[] {
  const errors: FieldError[] = items.flatMap(({ code }, index) => {
    const path = `items.${index}.code`;
    if (titleOf(code) === null) return [{ path, rule: 'unknown-code' }];
    return items.findIndex((item) => item.code === code) < index ? [{ path, rule: 'duplicate' }] : [];
  });
  const primaries = items.filter((item) => item.primary).length;
  if (items.length > 0 && primaries !== 1) errors.push({ path: 'items', rule: 'one-primary' });
  return errors;
}

export function sameDiagnoses(one: readonly ChosenDiagnosis[], other: readonly ChosenDiagnosis[]): boolean {
  return (
    one.length === other.length &&
    one.every((item, index) => {
      const match = other[index];
      return item.code === match?.code && item.primary === match.primary && item.certainty === match.certainty;
    })
  );
}
