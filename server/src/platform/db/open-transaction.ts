import type { PoolClient, QueryResultRow } from 'pg';
import type { EntityManager, QueryRunner } from 'typeorm';
import { AppError } from '@yunzhen/shared/core/errors';
import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { HospitalContext } from '../context.ts';
import { newId } from '../ids.ts';
import type { IdentifiedMessage, PageMessage } from '../realtime/page-message.ts';
import { pageMessagesOf } from '../realtime/published-event.ts';
import { writeAudit } from './audit-writer.ts';
import { hospitalIsMoving, isReadOnly, isRefusal, needsNewConnection } from './database-errors.ts';
import { storeDomainEvent } from './domain-events.ts';
import type { RequestProofs } from './request-proof.ts';
import { nobody, type ShownPatients } from './shown-patients.ts';
import { failureBehind, noteFailure } from './statement-failures.ts';
import { statementName } from './statement-names.ts';
import type { AuditEntry, CommittedEvent, DomainEvent, Tx } from './tx.ts';

interface TransactionParts {
  readonly runner: QueryRunner;
  readonly client: PoolClient;
  readonly proofs: RequestProofs | null;
  readonly shown: ShownPatients;
}

/** One attempt at a transaction: its connection, and the work left for after the commit. */
export class OpenTransaction implements Tx {
  readonly hospitalId: string;
  readonly now: Date;
  readonly context: HospitalContext;
  readonly manager: EntityManager;
  readonly events: CommittedEvent[] = [];
  readonly messages: IdentifiedMessage[] = [];
  readonly effects: (() => void)[] = [];
  /** Whether the hospital's audit chain has new entries. */
  entriesWritten = false;
  readonly #runner: QueryRunner;
  readonly #client: PoolClient;
  readonly #proofs: RequestProofs | null;
  readonly #shown: ShownPatients;
  /** False once the next proof’s number may differ from the one that the database expects. */
  #usable = true;
  /** Prepares statements with values, once per connection: planning a list’s joins costs more than running them. */
  #prepares = true;
  /** The hospital is closed for its move: the database refuses every write. */
  #isMoving = false;
  #ended = false;

  constructor({ runner, client, proofs, shown }: TransactionParts, context: HospitalContext, now: Date) {
    this.#shown = shown;
    this.hospitalId = context.hospitalId;
    this.now = now;
    this.context = context;
    this.manager = runner.manager;
    this.#runner = runner;
    this.#client = client;
    this.#proofs = proofs;
  }

  /** Begins the transaction in its hospital. Throws `auth.session-expired` unless the actor’s session is live and acts for the same patient. */
  async begin(): Promise<void> {
    await this.#runner.startTransaction();
    if (!this.#proofs) return;
    const { hospitalId, actor } = this.context;
    const sessionId = actor?.sessionId ?? null;
    const patientId = actor?.actingFor?.patientId ?? null;
    this.#usable = false;
    const { proof, prepares } = await this.#proofs.next(this.#client, { hospitalId, sessionId, patientId });
    this.#prepares = prepares;
    const [begun] = await this.query<{ live: boolean; moving: boolean }>(
      `SELECT begin_request($1, $2, $3, $4) AS live, current_setting('transaction_read_only') = 'on' AS moving`,
      [hospitalId, sessionId, patientId, proof],
    ).catch((error: unknown) => {
      // A hospital that has moved is refused after the proof was used.
      this.#usable = isRefusal(error);
      throw error;
    });
    this.#usable = true;
    this.#isMoving = begun?.moving === true;
    if (begun?.live !== true) throw new AppError('auth.session-expired', 'session has ended');
  }

  /** Bypasses the runner, which hides that Postgres answers the COMMIT of an aborted transaction with a silent ROLLBACK. */
  async commit(): Promise<void> {
    this.#ended = true;
    const { command } = await this.#client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('transaction was rolled back: the error of a statement was swallowed');
  }

  /** Rolls everything back. Returns the failure to report, which `thrown` may hide. */
  async rollBack(thrown: unknown): Promise<unknown> {
    // Set before the ROLLBACK: a leftover statement must not run after it, outside the transaction.
    this.#ended = true;
    await this.#client.query('ROLLBACK').catch(() => undefined);
    const refusal = failureBehind(this.#runner, thrown);
    const failure = this.#isMoving && isReadOnly(refusal) ? hospitalIsMoving(refusal) : refusal;
    // A connection that may still be in the transaction is never reused.
    if (!this.#usable || needsNewConnection(failure) || this.#client.getTransactionStatus() !== 'I')
      void this.#client.end().catch(() => undefined);
    return failure;
  }

  async query<Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    // The connection may be in another hospital’s transaction by now.
    if (this.#ended) throw new Error('the transaction has ended');
    const name = this.#prepares && values.length > 0 ? statementName(sql) : undefined;
    try {
      return (await this.#client.query<Row>({ name, text: sql, values: values as unknown[] })).rows;
    } catch (error) {
      noteFailure(this.#runner, error);
      throw error;
    }
  }

  async all<const Reads extends readonly unknown[]>(
    reads: Reads,
  ): Promise<{ -readonly [Place in keyof Reads]: Awaited<Reads[Place]> }> {
    // No read may be running when the transaction ends.
    await Promise.allSettled(reads);
    return Promise.all(reads);
  }

  audit(action: AuditAction, entry: AuditEntry): Promise<void> {
    this.entriesWritten = true;
    return writeAudit(this, action, entry);
  }

  async auditShown(
    action: AuditAction,
    entry: Omit<AuditEntry, 'patientId'>,
    patientIds: readonly string[],
  ): Promise<void> {
    const { actor } = this.context;
    const reader = [this.hospitalId, actor?.accountId, actor?.sessionId, actor?.actingFor?.patientId];
    const list = [...reader, action, entry.entity, entry.entityId].join(' ');
    const shown = this.#shown.newIn(list, patientIds, this.now);
    for (const id of shown) await this.audit(action, { ...entry, patientId: id === nobody ? null : id });
    if (shown.length > 0) this.afterCommit(() => this.#shown.remember(list, shown, this.now));
  }

  async emit(event: DomainEvent): Promise<void> {
    this.entriesWritten = true;
    await storeDomainEvent(this, event);
    const committed = { ...event, hospitalId: this.hospitalId, at: this.now };
    this.events.push(committed);
    for (const message of pageMessagesOf(committed)) this.publish(message);
  }

  publish(message: PageMessage): void {
    this.messages.push({ id: newId(), message });
  }

  afterCommit(effect: () => void): void {
    this.effects.push(effect);
  }
}
