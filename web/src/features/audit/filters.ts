import { z } from 'zod';
import type { listAuditEvents } from '@yunzhen/shared/contract/audit';
import type { QueryInputOf } from '@yunzhen/shared/contract/route';
import type { AuditAction } from '@yunzhen/shared/domain/audit';
import { endOfDay, startOfDay } from './calendar-day.ts';

/** What is typed and chosen above the list. `every` is no filter. */
export interface AuditFilters {
  action: AuditAction | 'every';
  outcome: 'done' | 'denied' | 'every';
  actorId: string;
  patientId: string;
  /** Days of the hospital's calendar, both ends included; empty for no bound. */
  from: string;
  to: string;
}

export const noFilters = (): AuditFilters => ({
  action: 'every',
  outcome: 'every',
  actorId: '',
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
  const { action, outcome, actorId, patientId, from, to } = filters;
  return {
    ...(action === 'every' ? {} : { action }),
    ...(outcome === 'every' ? {} : { outcome }),
    ...(isWholeId(actorId) ? { actorId: actorId.trim() } : {}),
    ...(isWholeId(patientId) ? { patientId: patientId.trim() } : {}),
    ...(isDay(from) ? { from: startOfDay(from, timeZone) } : {}),
    ...(isDay(to) ? { to: endOfDay(to, timeZone) } : {}),
  };
}
