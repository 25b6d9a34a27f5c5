import { useQueryCache } from '@pinia/colada';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { prescribingKeys } from '../queries.ts';

/** Keeps what the hospital answered in the visit's list, the newest first, without fetching the list again. */
export function usePrescriptionList(visitId: string) {
  const cache = useQueryCache();
  return function keep(prescription: Prescription): void {
    const list = cache.getQueryData<Prescription[]>(prescribingKeys.prescriptions(visitId)) ?? [];
    const known = list.find(({ id }) => id === prescription.id);
    // An answer that comes late must not put an older state over a newer one.
    if (known && known.version > prescription.version) return;
    const next = known
      ? list.map((each) => (each.id === prescription.id ? prescription : each))
      : [prescription, ...list];
    cache.setQueryData(prescribingKeys.prescriptions(visitId), next);
  };
}
