import { z } from 'zod';
import type { listAuditEvents } from '@yunzhen/shared/administration/audit.contract';
import { auditOutcomes } from '@yunzhen/shared/administration/audit.constants';
import type { QueryInputOf } from '@yunzhen/shared/core/route';
import { auditActions, type AuditAction } from '@yunzhen/shared/core/audit';
import { endOfDay, startOfDay } from '@yunzhen/shared/core/time/wall-clock';

/** What is typed and chosen above the list. `every` is no filter. */
export interface AuditFilters {
  action: AuditAction | 'every';
  outcome: 'done' | 'denied' | 'every';
  /** A whole id, or a part of the name of somebody of the staff. */
  actorId: string;
  address: string;
  patientId: string;
  /** Days of the hospital's calendar, both ends included; empty for no bound. */
  from: string;
  to: string;
}

const id = z.uuid();
export const isWholeId = (text: string) => id.safeParse(text.trim()).success;
const isDay = (text: string) => z.iso.date().safeParse(text).success;

/** What each may be in the page’s address; people stand there as they were typed. */
export const addressFilters = {
  action: auditActions,
  outcome: auditOutcomes,
  person: () => true,
  patient: () => true,
  address: () => true,
  from: isDay,
  to: isDay,
} as const;
type Addressed = Partial<Record<keyof typeof addressFilters, string | undefined>>;

export function filtersAt({ action, outcome, person, patient, address, from, to }: Addressed): AuditFilters {
  return {
    action: auditActions.find((each) => each === action) ?? 'every',
    outcome: auditOutcomes.find((each) => each === outcome) ?? 'every',
    actorId: person ?? '',
    patientId: patient ?? '',
    address: address ?? '',
    from: from ?? '',
    to: to ?? '',
  };
}

export function addressOf({ action, outcome, actorId, patientId, address, from, to }: AuditFilters): Addressed {
  const chosen = (value: string) => (value === 'every' ? '' : value);
  return {
    action: chosen(action),
    outcome: chosen(outcome),
    person: actorId,
    patient: patientId,
    address,
    from,
    to,
  };
}

/** The filters as the hospital is asked; half-typed ones are left out until they are whole. */
export function queryOf(
  filters: AuditFilters,
  timeZone: string,
): Omit<QueryInputOf<typeof listAuditEvents>, 'cursor' | 'limit' | 'order'> {
  const { action, outcome, actorId, address, patientId, from, to } = filters;
  const person = actorId.trim();
  return {
    ...(action === 'every' ? {} : { action }),
    ...(outcome === 'every' ? {} : { outcome }),
    ...(isWholeId(person) ? { actorId: person } : person ? { actor: person.slice(0, 80) } : {}),
    ...(address.trim().length > 1 ? { address: address.trim() } : {}),
    ...(isWholeId(patientId) ? { patientId: patientId.trim() } : {}),
    ...(isDay(from) ? { from: startOfDay(timeZone, from).toISOString() } : {}),
    ...(isDay(to) ? { to: endOfDay(timeZone, to).toISOString() } : {}),
  };
}
