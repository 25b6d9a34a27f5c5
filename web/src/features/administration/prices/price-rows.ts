import type { PriceEntry } from '@yunzhen/shared/administration/prices.contract';
import { visitKinds, type VisitKind } from '@yunzhen/shared/administration/visit-kind';
import type { Currency } from '@yunzhen/shared/core/money';
import type { Doctor } from '@yunzhen/shared/directory/directory.contract';
import { priceOf } from './price-of.ts';

export interface PriceEntries {
  entries: readonly PriceEntry[];
  currency: Currency;
}

interface Price {
  amount: string;
  currency: Currency;
}

interface PriceRow<Person> {
  doctor: Person;
  /** Null for a doctor without a department, who has no price. */
  departmentId: string | null;
  /** `before`: undefined while it is unknown. */
  prices: { kind: VisitKind; after: Price | null; before: Price | null | undefined }[];
}

/**
 * Returns one row for each doctor and department with the price by the new entries, and by the list in force.
 *
 * @param inForce undefined when its entries are unknown: the server names the present price in a doctor’s first department only
 */
export function priceRows<Person extends Pick<Doctor, 'title' | 'departmentIds' | 'price'>>(
  doctors: readonly Person[],
  coming: PriceEntries,
  inForce: PriceEntries | undefined,
): PriceRow<Person>[] {
  return doctors.flatMap((doctor) => {
    const { title } = doctor;
    const departments = doctor.departmentIds.length > 0 ? doctor.departmentIds : [null];
    return departments.map((departmentId, at) => {
      const by = (list: PriceEntries, kind: VisitKind): Price | null => {
        const amount = departmentId === null ? null : priceOf(list.entries, { departmentId, title, kind });
        return amount === null ? null : { amount, currency: list.currency };
      };
      const before = (kind: VisitKind) => (at === 0 ? doctor.price[kind] : inForce && by(inForce, kind));
      const prices = visitKinds.map((kind) => ({ kind, after: by(coming, kind), before: before(kind) }));
      return { doctor, departmentId, prices };
    });
  });
}
