import type { Role } from '@yunzhen/shared/core/permission';

/** Who is acting: a signed-in person, as their access token says. */
export interface Actor {
  accountId: string;
  hospitalId: string;
  sessionId: string;
  roles: readonly Role[];
  patientId: string | null;
  practitionerId: string | null;
  /** The session waits for its second factor: it has no role yet, and few routes answer it. */
  factorPending?: true;
  /** Whom the session acts for: then `patientId` is theirs. The account is told apart, so that it hears of what concerns them. */
  actingFor?: { patientId: string; accountId: string } | null;
}

/** What every service call knows about where it comes from. */
export interface RequestContext {
  requestId: string;
  /** The tenant; null where it is not known yet (a stranger before sign-in). */
  hospitalId: string | null;
  actor: Actor | null;
  /** The sender’s address, for audit and rate limits; null for work of our own. */
  address: string | null;
  /** What the sender’s browser says of itself. */
  userAgent?: string | null;
  /** Key of a command that may be repeated; null when the sender gave none. */
  idempotencyKey: string | null;
  /** Keyed digest of what the command asks for, so that its key can’t be used again for something else. Only commands need it. */
  requestDigest?: () => Buffer;
}

export interface ActorContext extends RequestContext {
  hospitalId: string;
  actor: Actor;
}

export interface HospitalContext extends RequestContext {
  hospitalId: string;
}

/** The context of work that no person asked for: a job, a sweep, a media node’s event. `cause` goes where a request id would. */
export function systemContext(hospitalId: string, cause: string): HospitalContext {
  return { requestId: cause, hospitalId, actor: null, address: null, idempotencyKey: null };
}
