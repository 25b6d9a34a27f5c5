import { z } from 'zod';
import type { listAuditEvents } from '@yunzhen/shared/administration/audit.contract';
import { auditOutcomes } from '@yunzhen/shared/administration/audit.constants';
import type { QueryInputOf } from '@yunzhen/shared/core/route';
import { auditActions, type AuditAction } from '@yunzhen/shared/core/audit';
import { endOfDay, startOfDay } from '@yunzhen/shared/core/time/wall-clock';

/** Filters above the list. `every` means no filter. */
export interface AuditFilters {
  action: AuditAction | 'every';
  outcome: 'done' | 'denied' | 'every';
  /** Routine reads of lists and settings are shown on request only, or where their action is chosen. */
  show: 'access-and-changes' | 'everything';
  /** A complete id, or part of a staff member’s name. */
  actorId: string;
  address: string;
  /** A complete id; patients are found by name or number first. */
  patientId: string;
  /** Days of the hospital’s calendar, both ends included; empty for no bound. */
  from: string;
  to: string;
}

const id = z.uuid();
export const isWholeId = (text: string) => id.safeParse(text.trim()).success;
const isDay = (text: string) => z.iso.date().safeParse(text).success;

/** Allowed values of each filter in the page’s address; people are stored as typed. */
export const addressFilters = {
  action: auditActions,
  outcome: auditOutcomes,
  show: ['everything'],
  person: () => true,
  patient: () => true,
  address: () => true,
  from: isDay,
  to: isDay,
} as const;
type Addressed = Partial<Record<keyof typeof addressFilters, string | undefined>>;

export function filtersAt({ action, outcome, show, person, patient, address, from, to }: Addressed): AuditFilters {
  return {
    action: auditActions.find((each) => each === action) ?? 'every',
    outcome: auditOutcomes.find((each) => each === outcome) ?? 'every',
    show: show === 'everything' ? 'everything' : 'access-and-changes',
    actorId: person ?? '',
    patientId: patient ?? '',
    address: address ?? '',
    from: from ?? '',
    to: to ?? '',
  };
}

export function addressOf({ action, outcome, show, actorId, patientId, address, from, to }: AuditFilters): Addressed {
  const chosen = (value: string) => (value === 'every' ? '' : value);
  return {
    action: chosen(action),
    outcome: chosen(outcome),
    show: show === 'everything' ? show : '',
    person: actorId,
    patient: patientId,
    address,
    from,
    to,
  };
}

/** Converts the filters to the route’s query; half-typed values are omitted until they are complete. */
export function queryOf(
  filters: AuditFilters,
  timeZone: string,
): Omit<QueryInputOf<typeof listAuditEvents>, 'cursor' | 'limit' | 'order'> {
  const { action, outcome, show, actorId, address, patientId, from, to } = filters;
  const person = actorId.trim();
  return {
    ...(action === 'every' ? {} : { action }),
    ...(outcome === 'every' ? {} : { outcome }),
    ...(show === 'everything' || action !== 'every' ? {} : { scope: show }),
    ...(isWholeId(person) ? { actorId: person } : person ? { actor: person.slice(0, 80) } : {}),
    ...(address.trim().length > 1 ? { address: address.trim() } : {}),
    ...(isWholeId(patientId) ? { patientId: patientId.trim() } : {}),
    ...(isDay(from) ? { from: startOfDay(timeZone, from).toISOString() } : {}),
    ...(isDay(to) ? { to: endOfDay(timeZone, to).toISOString() } : {}),
  };
}
