import type { BodyOf } from '@yunzhen/shared/core/route';
import type { Diagnosis, Icd10Hit, saveDiagnoses } from '@yunzhen/shared/chart/chart.contract';

export type DiagnosisInput = BodyOf<typeof saveDiagnoses>['items'][number];

/** One change of the list by a doctor. It can be applied again to a list that another author has changed since. */
export type DiagnosisChange =
  | { readonly type: 'add'; readonly hit: Icd10Hit }
  | { readonly type: 'remove'; readonly code: string }
  | { readonly type: 'make-primary'; readonly code: string }
  | { readonly type: 'set-certainty'; readonly code: string; readonly certainty: Diagnosis['certainty'] };

export const maxDiagnoses = 12;

/**
 * Returns the list after the change. The first diagnosis becomes primary; when the primary one is removed the next replaces it, so that exactly one
 * is primary. A code occurs once.
 */
export function changed(list: readonly DiagnosisInput[], change: DiagnosisChange): DiagnosisInput[] {
  const items = list.map(({ code, title, primary, certainty }) => ({ code, title, primary, certainty }));
  switch (change.type) {
    case 'add': {
      if (items.length >= maxDiagnoses || items.some(({ code }) => code === change.hit.code)) return items;
      const { code, title } = change.hit;
      return [...items, { code, title, primary: items.length === 0, certainty: 'provisional' }];
    }
    case 'remove':
      return withPrimary(items.filter(({ code }) => code !== change.code));
    case 'make-primary':
      if (!items.some(({ code }) => code === change.code)) return items;
      return items.map((item) => ({ ...item, primary: item.code === change.code }));
    case 'set-certainty':
      return items.map((item) => (item.code === change.code ? { ...item, certainty: change.certainty } : item));
  }
}

/** Returns true when replacing one with the other would change nothing. */
export function sameDiagnoses(a: readonly DiagnosisInput[], b: readonly DiagnosisInput[]): boolean {
  const marks = (list: readonly DiagnosisInput[]) =>
    list.map(({ code, primary, certainty }) => `${code} ${primary} ${certainty}`).join();
  return marks(a) === marks(b);
}

function withPrimary(items: DiagnosisInput[]): DiagnosisInput[] {
  if (items.some(({ primary }) => primary)) return items;
  return items.map((item, index) => ({ ...item, primary: index === 0 }));
}
