export const hospitalSorts = ['name', 'created', 'visits'] as const;

export const jurisdictions = ['CN', 'generic'] as const;

export const operatorActions = [
  'operator.invited',
  'operator.joined',
  'session.started',
  'session.refused',
  'session.ended',
  'hospital.listed',
  'hospital.founded',
  'hospital.suspended',
  'hospital.resumed',
  'hospital.places-set',
  'hospital.move-started',
  'hospital.move-given-up',
  'hospital.moved-out',
  'hospital.move-arriving',
  'hospital.moved-in',
  'hospital.rows-deleted',
  'node.drained',
  'node.released',
  'event.listed',
  'health.viewed',
  'secrets.rewrapped',
] as const;
export type OperatorAction = (typeof operatorActions)[number];

export const operatorEventSorts = ['at'] as const;
export const operatorOutcomes = ['done', 'denied'] as const;
