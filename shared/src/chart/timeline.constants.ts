export const timelineKinds = [
  'visit',
  'note',
  'diagnosis',
  'prescription',
  'attachment',
  'document',
  'allergy',
  'condition',
  'medicine',
  'observation',
  'pregnancy',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];
