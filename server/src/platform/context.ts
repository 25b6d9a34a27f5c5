import type { Role } from '@yunzhen/shared/core/permission';

/** The signed-in person, as stated by their access token. */
export interface Actor {
  accountId: string;
  hospitalId: string;
  sessionId: string;
  roles: readonly Role[];
  patientId: string | null;
  practitionerId: string | null;
  /** The session waits for its second factor: it has no role yet, and only a few routes. */
  factorPending?: true;
  /** The dependant for whom the session acts; then `patientId` is theirs. The account is included because it receives their messages. */
  actingFor?: { patientId: string; accountId: string } | null;
}

/** The origin of a service call. */
export interface RequestContext {
  requestId: string;
  /** The tenant; null when unknown (before sign-in). */
  hospitalId: string | null;
  actor: Actor | null;
  /** The client’s address, for audit and rate limits; null for internal work. */
  address: string | null;
  /** The client’s User-Agent header. */
  userAgent?: string | null;
  /** Idempotency key of a command; null when the client sent none. */
  idempotencyKey: string | null;
  /** Keyed digest of the command’s content, so that its key cannot be reused for another command. Only commands need it. */
  requestDigest?: () => Buffer;
}

export interface ActorContext extends RequestContext {
  hospitalId: string;
  actor: Actor;
}

export interface HospitalContext extends RequestContext {
  hospitalId: string;
}

/** No hospital has this id: row-level security shows none of a hospital’s rows under it and accepts none. */
const noHospital = '00000000-0000-0000-0000-000000000000';

/** Returns the context of work on tables that belong to the installation and to no hospital. */
export function installationContext(cause: string): HospitalContext {
  return systemContext(noHospital, cause);
}

/** Returns the context of work without a person: a job, a sweep, a media node’s event. `cause` takes the place of a request id. */
export function systemContext(hospitalId: string, cause: string): HospitalContext {
  return { requestId: cause, hospitalId, actor: null, address: null, idempotencyKey: null };
}
