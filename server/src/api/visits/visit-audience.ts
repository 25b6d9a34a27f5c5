import type { EventAbout } from '../core/domain-events.ts';
import type { Waiter } from './waiting-room/queue.repository.ts';
import type { VisitView } from './visit-view.ts';

type Changes = NonNullable<EventAbout['changes']>;

/** Returns the pages that a change of a visit concerns: those of patient and doctor, the doctor’s queue, and the visits behind it. */
export function visitChanges(
  { visit, patientAccountId, doctorAccountId }: VisitView,
  waiters: readonly Waiter[],
): Changes {
  const patient = patientAccountId === null ? [] : [patientAccountId];
  return [
    { entity: 'visit', id: visit.id, version: visit.version, to: { accountIds: [...patient, doctorAccountId] } },
    { entity: 'waiting', id: visit.id, to: { accountIds: patient } },
    { entity: 'queue', id: visit.doctor.id, to: { accountIds: [doctorAccountId] } },
    ...waiters
      .filter((waiter) => waiter.visitId !== visit.id)
      .map(({ visitId, accountId }) => ({
        entity: 'waiting' as const,
        id: visitId,
        to: { accountIds: accountId === null ? [] : [accountId] },
      })),
  ];
}

/** Returns the change for everyone in the call when access to the call, or its form, changes. */
export function callChange(
  { visit, patientAccountId, doctorAccountId }: VisitView,
  guests: readonly { accountId: string }[],
): Changes[number] {
  const patient = patientAccountId === null ? [] : [patientAccountId];
  const accountIds = [...patient, doctorAccountId, ...guests.map((guest) => guest.accountId)];
  return { entity: 'call', id: visit.id, to: { accountIds } };
}
