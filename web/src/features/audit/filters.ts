import { z } from 'zod';
import type { listAuditEvents } from '@yunzhen/shared/contract/audit';
import type { QueryInputOf } from '@yunzhen/shared/contract/route';
import type { AuditAction } from '@yunzhen/shared/domain/audit';
import { endOfDay, startOfDay } from './calendar-day.ts';

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

export const noFilters = (): AuditFilters => ({
  action: 'every',
  outcome: 'every',
  actorId: '',
  address: '',
  patientId: '',
  from: '',
  to: '',
});

export const isFiltered = (filters: AuditFilters) =>
  Object.values(filters).some((value) => value !== '' && value !== 'every');

const id = z.uuid();
export const isWholeId = (text: string) => id.safeParse(text.trim()).success;
const isDay = (text: string) => z.iso.date().safeParse(text).success;

/** The filters as the hospital is asked; half-typed ones are left out until they are whole. */
export function queryOf(filters: AuditFilters, timeZone: string): Omit<QueryInputOf<typeof listAuditEvents>, 'cursor'> {
  const { action, outcome, actorId, address, patientId, from, to } = filters;
  const person = actorId.trim();
  return {
    ...(action === 'every' ? {} : { action }),
    ...(outcome === 'every' ? {} : { outcome }),
    ...(isWholeId(person) ? { actorId: person } : person ? { actor: person.slice(0, 80) } : {}),
    ...(address.trim().length > 1 ? { address: address.trim() } : {}),
    ...(isWholeId(patientId) ? { patientId: patientId.trim() } : {}),
    ...(isDay(from) ? { from: startOfDay(from, timeZone) } : {}),
    ...(isDay(to) ? { to: endOfDay(to, timeZone) } : {}),
  };
}
