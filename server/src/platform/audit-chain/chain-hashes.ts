import { canonicalJson, type JsonValue } from '../signing/canonical-json.ts';
import { sha256 } from '../signing/sha256.ts';

/** The previous hash of the first link. */
export const noHash = Buffer.alloc(32);

/** Returns the hash of an entry: SHA-256 of its canonical JSON (RFC 8785). The database computes the same hash. */
export const hashOfContent = (content: JsonValue): Buffer => sha256(canonicalJson(content));

/** Returns the hash of a link, which includes the hash of the previous one. */
export const hashOfLink = (link: { seq: number; linkedAt: string; contentHash: Buffer; prevHash: Buffer }): Buffer =>
  sha256(
    canonicalJson({
      content: link.contentHash.toString('hex'),
      linkedAt: link.linkedAt,
      prev: link.prevHash.toString('hex'),
      seq: link.seq,
    }),
  );

/** Returns SQL for a time in the chain's format. */
export const timeText = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Returns SQL for an audit event as JSON to be hashed; key order does not matter here. */
export const auditContent = (a: string): string => `jsonb_build_object('source', 'audit', 'id', ${a}.id,
  'hospitalId', ${a}.hospital_id, 'at', ${timeText(`${a}.at`)}, 'action', ${a}.action, 'outcome', ${a}.outcome,
  'actorAccountId', ${a}.actor_account_id, 'actorRoles', ${a}.actor_roles, 'entity', ${a}.entity, 'entityId', ${a}.entity_id,
  'patientId', ${a}.patient_id, 'requestId', ${a}.request_id, 'address', ${a}.address, 'code', ${a}.code, 'details', ${a}.details)`;

/** Returns SQL for a domain event as JSON to be hashed. */
export const eventContent = (e: string): string => `jsonb_build_object('source', 'event', 'id', ${e}.id,
  'hospitalId', ${e}.hospital_id, 'at', ${timeText(`${e}.at`)}, 'type', ${e}.type, 'entityId', ${e}.entity_id,
  'visitId', ${e}.visit_id, 'departmentId', ${e}.department_id, 'practitionerId', ${e}.practitioner_id, 'facts', ${e}.facts,
  'corrects', ${e}.corrects)`;
