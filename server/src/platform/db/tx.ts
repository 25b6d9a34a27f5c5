import type { QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';
import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { RecordChanged } from '@yunzhen/shared/core/record-socket';
import type { Actor, HospitalContext } from '../context.ts';
import type { IdentifiedMessage, PageMessage } from '../realtime/page-message.ts';

/**
 * One transaction of one hospital. Services pass it on; repositories use it to reach the database. Row-level security shows only rows of its
 * hospital.
 */
export interface Tx {
  readonly hospitalId: string;
  readonly now: Date;
  readonly context: HospitalContext;
  /** TypeORM, for single rows. A nested `manager.transaction` is a savepoint. */
  readonly manager: EntityManager;
  /** Runs SQL on the same connection, for lists, joins and locks. Returns the rows. */
  query<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs independent reads in parallel (pg’s pipeline mode). Settles when all have ended; throws the first failure in their order. For hot reads
   * only: it pays from three statements on.
   */
  all<const Reads extends readonly unknown[]>(
    reads: Reads,
  ): Promise<{ -readonly [Place in keyof Reads]: Awaited<Reads[Place]> }>;
  /** Writes the audit event in this transaction. If it fails, so does the transaction. */
  audit(action: AuditAction, entry: AuditEntry): Promise<void>;
  /**
   * Audits the reading of a list: one event for each patient who was not shown to this session in it within the hour, one without a patient for an
   * empty list. Polling an unchanged list writes nothing.
   */
  auditShown(action: AuditAction, entry: Omit<AuditEntry, 'patientId'>, patientIds: readonly string[]): Promise<void>;
  /** Stores the event in this transaction and publishes it after the commit. */
  emit(event: DomainEvent): Promise<void>;
  /** Sends a message to pages after the commit, even if this process dies in between. `emit` does it for the event’s changes. */
  publish(message: PageMessage): void;
  /** Runs after a successful commit, for effects that may be lost with the process, such as waking a worker. */
  afterCommit(effect: () => void): void;
}

export interface AuditEntry {
  /** Type of the entity, e.g. `visit`. */
  entity: string;
  entityId: string | null;
  /** The patient whose record it belongs to. */
  patientId?: string | null;
  outcome?: 'done' | 'denied';
  /** Why it was denied. */
  code?: ErrorCode | null;
  /** The actor, if it is not the context’s (a denial is written in a transaction of its own). */
  actor?: Actor;
  /** Ids, versions, codes and counts only: never a name, a note or a medicine. */
  details?: Record<string, string | number | boolean | null>;
}

/** The recipients of an event over the record socket. */
export interface Audience {
  accountIds?: readonly string[];
  roles?: readonly string[];
}

/** A name on the api’s closed list of events. Only `emitEvent` of `api/core` creates one. */
export type DomainEventName = string & { readonly listed: true };

/**
 * An event, written in the transaction that caused it and published after its commit. Ids and numbers only. `changes` says which pages to refresh;
 * the hospital’s figures are counted from `facts`.
 */
export interface DomainEvent {
  /** Entity first, then the past tense, e.g. `visit.admitted`. */
  type: DomainEventName;
  entityId: string;
  visitId?: string | null;
  departmentId?: string | null;
  practitionerId?: string | null;
  facts?: Record<string, string | number | boolean | null>;
  changes?: readonly (Pick<RecordChanged, 'entity' | 'id'> & { version?: number | null; to: Audience })[];
}

/** Published after the commit, in this process’s order of commits. */
export interface CommittedEvent extends DomainEvent {
  hospitalId: string;
  at: Date;
}

/** The destination of messages for pages. */
export interface Outbox {
  /** Stores messages in the transaction, as its last statement before the commit. */
  store(tx: Pick<Tx, 'query'>, messages: readonly IdentifiedMessage[]): Promise<void>;
  /** Sends messages whose transaction has committed. */
  committed(messages: readonly IdentifiedMessage[]): void;
}

export type Publish = (events: readonly CommittedEvent[]) => void;
