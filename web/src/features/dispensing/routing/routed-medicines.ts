import type { RoutedPrescription } from '@yunzhen/shared/dispensing/routing.contract';

type Medicine = NonNullable<RoutedPrescription['medicines']>[number];

/** A medicine of a list; null detail: an api of the release before sends names alone. */
export interface ListedMedicine extends Pick<Medicine, 'id' | 'name'> {
  readonly detail: Medicine | null;
}

/** Returns the medicines that remain to be dispensed. */
export function medicinesOf({ items, medicines }: Pick<RoutedPrescription, 'items' | 'medicines'>): ListedMedicine[] {
  if (medicines) return medicines.map((detail) => ({ id: detail.id, name: detail.name, detail }));
  return items.map((name, at) => ({ id: String(at), name, detail: null }));
}
