import { column, defineTable, key, nullable } from './table.ts';

/** A domain event. Figures are counted from its facts. */
export const domainEventEntity = defineTable('domain_event', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  at: column('timestamptz'),
  type: column('text'),
  entityId: column('uuid'),
  visitId: nullable('uuid'),
  departmentId: nullable('uuid'),
  practitionerId: nullable('uuid'),
  facts: column<Record<string, string | number | boolean | null>>('jsonb'),
  corrects: nullable('uuid'),
  writtenIn: column('bigint'),
});
