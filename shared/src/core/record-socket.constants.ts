/** Namespace of the record socket on the api. */
export const recordNamespace = '/record';

export const recordEntities = [
  'visit',
  'queue',
  'waiting',
  'note',
  'document',
  'diagnoses',
  'chart',
  'prescription',
  'repeat',
  'review',
  'review-thread',
  'claim',
  'board',
  'figures',
  'duty',
  'appointment',
  'schedule',
  'call',
  'call-keys',
  'chat',
  'rating',
  'list',
  'inbox',
  'record-export',
] as const;

export const sessionEnds = ['signed-out', 'reused', 'expired'] as const;
