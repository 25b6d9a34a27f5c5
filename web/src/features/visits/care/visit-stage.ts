import type { VisitStatus } from '@yunzhen/shared/visits/visit';

/** Stages of a patient’s visit. */
export const visitStages = ['choose', 'prepare', 'wait', 'visit', 'after'] as const;
export type VisitStage = (typeof visitStages)[number];

const stages: Record<VisitStatus, VisitStage> = {
  planned: 'prepare',
  waiting: 'wait',
  'in-progress': 'visit',
  completed: 'after',
  left: 'after',
  cancelled: 'after',
  'referred-offline': 'after',
};

export function stageOf(status: VisitStatus): VisitStage {
  return stages[status];
}

/** Returns the page of a visit for its status. */
export function pathOf(visit: { id: string; status: VisitStatus }): string {
  const page = { choose: '', prepare: '/prepare', wait: '/waiting', visit: '/call', after: '' }[stageOf(visit.status)];
  return `/visits/${visit.id}${page}`;
}
