import { createHash } from 'node:crypto';
import { canonicalJson, type JsonValue } from '../signing/canonical-json.ts';

/** What stands before the first link of a chain. */
export const noHash = Buffer.alloc(32);

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** The hash of an entry: SHA-256 of its canonical JSON (RFC 8785). The database computes the same hash. */
export const hashOfContent = (content: JsonValue): Buffer => sha256(canonicalJson(content));

/** The hash of a link, which holds that of the link before it. */
export const hashOfLink = (link: { seq: number; linkedAt: string; contentHash: Buffer; prevHash: Buffer }): Buffer =>
  sha256(
    canonicalJson({
      content: link.contentHash.toString('hex'),
      linkedAt: link.linkedAt,
      prev: link.prevHash.toString('hex'),
      seq: link.seq,
    }),
  );

/** SQL of a time as the chain holds it. */
export const timeText = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** SQL of an audit event as it is hashed, as JSON; its keys need no order here. */
export const auditContent = (a: string): string => `jsonb_build_object('source', 'audit', 'id', ${a}.id,
  'hospitalId', ${a}.hospital_id, 'at', ${timeText(`${a}.at`)}, 'action', ${a}.action, 'outcome', ${a}.outcome,
  'actorAccountId', ${a}.actor_account_id, 'actorRoles', ${a}.actor_roles, 'entity', ${a}.entity, 'entityId', ${a}.entity_id,
  'patientId', ${a}.patient_id, 'requestId', ${a}.request_id, 'address', ${a}.address, 'code', ${a}.code, 'details', ${a}.details)`;

/** The same for a domain event. */
export const eventContent = (e: string): string => `jsonb_build_object('source', 'event', 'id', ${e}.id,
  'hospitalId', ${e}.hospital_id, 'at', ${timeText(`${e}.at`)}, 'type', ${e}.type, 'entityId', ${e}.entity_id,
  'visitId', ${e}.visit_id, 'departmentId', ${e}.department_id, 'practitionerId', ${e}.practitioner_id, 'facts', ${e}.facts,
  'corrects', ${e}.corrects)`;
