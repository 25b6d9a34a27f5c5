import { column, defineTable, key } from '../db/table.ts';

/** The position of an audit or domain event in its hospital's hash chain. Written only by `seal_chain`. */
export const auditLinkEntity = defineTable('audit_link', {
  hospitalId: key('uuid'),
  seq: key('bigint'),
  source: column<'audit' | 'event'>('text'),
  entryId: column('uuid'),
  linkedAt: column('timestamptz'),
  contentHash: column('bytea'),
  prevHash: column('bytea'),
  hash: column('bytea'),
});
