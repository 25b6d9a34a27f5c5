import type { QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';
import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { RecordChanged } from '@yunzhen/shared/core/record-socket';
import type { Actor, HospitalContext } from '../context.ts';
import type { IdentifiedMessage, PageMessage } from '../realtime/page-message.ts';

/**
 * One transaction of one hospital. Services pass it on; repositories reach the database through it. Row-level security
 * shows only the rows of its hospital.
 */
export interface Tx {
  readonly hospitalId: string;
  readonly now: Date;
  readonly context: HospitalContext;
  /** TypeORM, for single rows. A nested `manager.transaction` is a savepoint. */
  readonly manager: EntityManager;
  /** SQL on the same connection, for lists, joins and locks. Returns the rows. */
  query<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Waits for reads that need nothing of each other and go out together (pg’s pipeline mode). Ends when all have ended; throws the
   * first failure in their order. For hot reads only: it is worth its while from three statements on.
   */
  all<const Reads extends readonly unknown[]>(
    reads: Reads,
  ): Promise<{ -readonly [Place in keyof Reads]: Awaited<Reads[Place]> }>;
  /** Writes the audit event in this transaction. If it fails, so does the transaction. */
  audit(action: AuditAction, entry: AuditEntry): Promise<void>;
  /**
   * Audits the reading of a list: one event for each patient in it whom this session was not shown in it within the hour, one without a
   * patient for an empty list. A page that asks again and sees the same writes nothing.
   */
  auditShown(action: AuditAction, entry: Omit<AuditEntry, 'patientId'>, patientIds: readonly string[]): Promise<void>;
  /** Stores the event in this transaction and publishes it after the commit. */
  emit(event: DomainEvent): Promise<void>;
  /** Sends pages a message after the commit, also when this process dies in between. `emit` does it for the event’s changes. */
  publish(message: PageMessage): void;
  /** Runs after a successful commit, for effects that may be lost with the process, such as waking a worker. */
  afterCommit(effect: () => void): void;
}

export interface AuditEntry {
  /** Kind of the thing, e.g. `visit`. */
  entity: string;
  entityId: string | null;
  /** Whose record it belongs to. */
  patientId?: string | null;
  outcome?: 'done' | 'denied';
  /** Why it was denied. */
  code?: ErrorCode | null;
  /** Who acted, when it is not the context’s actor (a refusal is written in a transaction of its own). */
  actor?: Actor;
  /** Ids, versions, codes and counts only: never a name, a note or a drug. */
  details?: Record<string, string | number | boolean | null>;
}

/** Who receives an event over the record socket. */
export interface Audience {
  accountIds?: readonly string[];
  roles?: readonly string[];
}

/** A name on the api’s closed list of events. Only `emitEvent` of `api/core` makes one. */
export type DomainEventName = string & { readonly listed: true };

/**
 * Something that happened, written in the transaction that made it happen and published after its commit. Ids and
 * figures only. `changes` says which pages to refresh, `facts` is what the hospital’s figures are counted from.
 */
export interface DomainEvent {
  /** Past tense with the thing first, e.g. `visit.admitted`. */
  type: DomainEventName;
  entityId: string;
  visitId?: string | null;
  departmentId?: string | null;
  practitionerId?: string | null;
  facts?: Record<string, string | number | boolean | null>;
  changes?: readonly (Pick<RecordChanged, 'entity' | 'id'> & { version?: number | null; to: Audience })[];
}

/** Published after commit, in the order of commits of this process. */
export interface CommittedEvent extends DomainEvent {
  hospitalId: string;
  at: Date;
}

/** Where messages for pages go. */
export interface Outbox {
  /** Stores them in the transaction, as the last statement before its commit. */
  store(tx: Pick<Tx, 'query'>, messages: readonly IdentifiedMessage[]): Promise<void>;
  /** They are committed: sends them. */
  committed(messages: readonly IdentifiedMessage[]): void;
}

export type Publish = (events: readonly CommittedEvent[]) => void;
