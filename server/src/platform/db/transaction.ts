import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { AppError } from '@yunzhen/shared/errors';
import type { AuditAction } from '@yunzhen/shared/domain/audit';
import type { Clock } from '../clock.ts';
import type { HospitalContext } from '../context.ts';
import { writeAudit, type AuditEntry } from './audit-writer.ts';
import { claimCommand, rememberAnswer } from './idempotency.ts';
import { storeDomainEvent, type DomainEvent } from './domain-events.ts';

/** Published after commit, in the order of commits of this process. */
export interface CommittedEvent extends DomainEvent {
  hospitalId: string;
  at: Date;
}

/**
 * One transaction of one hospital. Services pass it on; repositories reach the database through it. Row-level security
 * sees only the rows of its hospital.
 */
export interface Tx {
  readonly hospitalId: string;
  readonly now: Date;
  readonly context: HospitalContext;
  /** TypeORM, for repositories. */
  readonly manager: EntityManager;
  /** SQL on the same connection, for repositories’ lists and joins. Returns the rows. */
  query<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Writes the audit event now, in this transaction. If it can't be written the transaction fails. */
  audit(action: AuditAction, entry: AuditEntry): Promise<void>;
  /** Stores the event in this transaction and publishes it after the commit. */
  emit(event: DomainEvent): Promise<void>;
  /** Runs after a successful commit, for effects that may be lost with the process, such as waking a worker. */
  afterCommit(effect: () => void): void;
}

export type Publish = (events: readonly CommittedEvent[]) => void;

/** The port through which services open transactions. */
export class Transactions {
  readonly #source: DataSource;
  readonly #clock: Clock;
  #publish: Publish = () => undefined;

  constructor(source: DataSource, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
  }

  /** Where committed events go (the record socket, the figures). Set once while the app is put together. */
  onCommitted(publish: Publish): void {
    this.#publish = publish;
  }

  /**
   * Runs `work` in one transaction of the context’s hospital. Throws `auth.session-expired` when the actor’s session has
   * ended meanwhile. Whatever `work` throws rolls everything back, audit included.
   */
  async run<Value>(context: HospitalContext, work: (tx: Tx) => Promise<Value>): Promise<Value> {
    const runner = this.#source.createQueryRunner();
    const events: CommittedEvent[] = [];
    const effects: (() => void)[] = [];
    try {
      const client = (await runner.connect()) as PoolClient;
      await runner.startTransaction();
      const begun = await client.query<{ live: boolean }>('SELECT begin_request($1, $2) AS live', [
        context.hospitalId,
        context.actor?.sessionId ?? null,
      ]);
      if (begun.rows[0]?.live !== true) throw new AppError('auth.session-expired', 'session has ended');
      const value = await work(this.#open(context, client, runner.manager, events, effects));
      await runner.commitTransaction();
      if (events.length > 0) this.#publish(events);
      for (const effect of effects) effect();
      return value;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /**
   * Runs a command in one transaction, once for each idempotency key: a repeat with the same key, even while the first
   * still runs, gets the first one’s answer. The answer must be plain JSON.
   */
  async command<Value>(context: HospitalContext, name: string, work: (tx: Tx) => Promise<Value>): Promise<Value> {
    return this.run(context, async (tx) => {
      const earlier = await claimCommand(tx, name);
      if (earlier) return earlier.answer as Value;
      const value = await work(tx);
      await rememberAnswer(tx, value);
      return value;
    });
  }

  #open(
    context: HospitalContext,
    client: PoolClient,
    manager: EntityManager,
    events: CommittedEvent[],
    effects: (() => void)[],
  ): Tx {
    const now = this.#clock.now();
    const tx: Tx = {
      hospitalId: context.hospitalId,
      now,
      context,
      manager,
      query: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
        (await client.query<Row>(sql, values as unknown[])).rows,
      audit: (action, entry) => writeAudit(tx, action, entry),
      emit: async (event) => {
        await storeDomainEvent(tx, event);
        events.push({ ...event, hospitalId: context.hospitalId, at: now });
      },
      afterCommit: (effect) => void effects.push(effect),
    };
    return tx;
  }
}
