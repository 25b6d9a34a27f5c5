import type { WorkItem, WorkKind } from '@yunzhen/shared/visits/worklist.contract';

/** The part of the visit’s page for each kind of task. Repeat requests are decided beside the queue. */
const parts: Readonly<Record<Exclude<WorkKind, 'repeat'>, string>> = {
  note: 'note',
  document: 'documents',
  question: 'question',
  returned: 'prescription',
  chat: 'chat',
  proposal: 'patient',
};

/** Returns the page on which a task is done. */
export function placeOf({ kind, visitId }: Pick<WorkItem, 'kind' | 'visitId'>): string {
  return kind === 'repeat' ? '/workbench#repeat-requests' : `/workbench/visits/${visitId}?part=${parts[kind]}`;
}
