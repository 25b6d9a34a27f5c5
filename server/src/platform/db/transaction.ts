import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { AppError } from '@yunzhen/shared/core/errors';
import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { Clock } from '../clock.ts';
import type { HospitalContext } from '../context.ts';
import type { Logger } from '../logging/logger.ts';
import { writeAudit, type AuditEntry } from './audit-writer.ts';
import { databaseFailureOf } from './database-errors.ts';
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
  /**
   * Sends a statement whose answer nobody needs, without waiting for it: what follows goes out with it. If it fails so does the
   * transaction, with its error. That is why nothing here makes savepoints: one that is gone back to would hide the failure.
   */
  send(sql: string, values: readonly SentValue[]): void;
  /** Writes the audit event, in this transaction. If it can't be written the transaction fails. */
  audit(action: AuditAction, entry: AuditEntry): Promise<void>;
  /** Stores the event in this transaction and publishes it after the commit. */
  emit(event: DomainEvent): Promise<void>;
  /** Runs after a successful commit, for effects that may be lost with the process, such as waking a worker. */
  afterCommit(effect: () => void): void;
}

/**
 * What a statement that is not waited for may hold: nothing that could fail on the way to Postgres. Only a failure that Postgres sees
 * makes the COMMIT behind it a ROLLBACK.
 */
export type SentValue = string | number | boolean | Date | Buffer | null | readonly string[];

export type Publish = (events: readonly CommittedEvent[]) => void;

/** What one transaction leaves to be done once it is committed, and whether it has ended. */
interface Aftermath {
  ended: boolean;
  /** Statements that were sent and not waited for. */
  sent: Promise<unknown>[];
  events: CommittedEvent[];
  effects: (() => void)[];
}

/**
 * Opens the transaction, sets its hospital and asks whether the actor’s session still lives and acts for the same person. The first
 * statement of the work goes out with it, in one write; its answer is handed on only when this one is a yes. Both are prepared, because
 * only those are gathered.
 */
async function begin(client: PoolClient, { hospitalId, actor }: HospitalContext): Promise<void> {
  const [, begun] = await Promise.all([
    client.query({ name: 'begin', text: 'BEGIN' }),
    client.query<{ live: boolean }>({
      name: 'begin_request',
      text: 'SELECT begin_request($1, $2, $3) AS live',
      values: [hospitalId, actor?.sessionId ?? null, actor?.actingFor?.patientId ?? null],
    }),
  ]);
  if (begun.rows[0]?.live !== true) throw new AppError('auth.session-expired', 'session has ended');
}

/** Together with what is still under way: Postgres answers the COMMIT of a failed transaction with a quiet ROLLBACK. */
async function commit(client: PoolClient, { sent }: Aftermath): Promise<void> {
  const [{ command }] = await Promise.all([client.query('COMMIT'), ...sent]);
  if (command !== 'COMMIT') throw new Error('a statement failed and its failure was swallowed');
}

/** Of the statements that were not waited for the first that failed: what came after it only says that the transaction has failed. */
async function failureOf({ sent }: Aftermath): Promise<unknown> {
  const answers = await Promise.allSettled(sent);
  return answers.find((answer) => answer.status === 'rejected')?.reason;
}

/**
 * Statements are prepared, each once a connection: planning the joins of a list costs more than running them. Texts are the
 * program’s own and never made of what people send, so that there are only so many. Those without values run once or are several at a time.
 */
const statementNames = new Map<string, string>();
function statementName(sql: string): string {
  let name = statementNames.get(sql);
  if (name === undefined) statementNames.set(sql, (name = `q${statementNames.size}`));
  return name;
}

/** The port through which services open transactions. */
export class Transactions {
  readonly #source: DataSource;
  readonly #clock: Clock;
  readonly #log: Logger | undefined;
  #publish: Publish = () => undefined;

  constructor(source: DataSource, clock: Clock, log?: Logger) {
    this.#source = source;
    this.#clock = clock;
    this.#log = log;
  }

  /** Where committed events go (the record socket, the figures). Set once while the app is put together. */
  onCommitted(publish: Publish): void {
    this.#publish = publish;
  }

  /** Every hospital of the installation, for work that goes through all of them. */
  async hospitals(): Promise<string[]> {
    const rows = await this.#source.query<{ id: string }[]>('SELECT id FROM hospital ORDER BY id');
    return rows.map((row) => row.id);
  }

  /**
   * Runs `work` in one transaction of the context’s hospital. Throws `auth.session-expired` when the actor’s session has
   * ended meanwhile. Whatever `work` throws rolls everything back, audit included.
   */
  async run<Value>(context: HospitalContext, work: (tx: Tx) => Promise<Value>): Promise<Value> {
    const runner = this.#source.createQueryRunner();
    const aftermath: Aftermath = { ended: false, sent: [], events: [], effects: [] };
    let client: PoolClient | undefined;
    let value: Value;
    let spoilt = false;
    try {
      client = (await runner.connect()) as PoolClient;
      // TypeORM is told, so that nothing of it opens a transaction of its own within this one.
      Object.assign(runner, { isTransactionActive: true });
      const begun = begin(client, context);
      // The first of those that are looked at when the transaction fails: what follows a failed beginning fails with it.
      aftermath.sent.push(begun);
      begun.catch(() => undefined);
      value = await work(this.#open(context, runner, client, aftermath));
      await begun;
      await commit(client, aftermath);
    } catch (thrown) {
      const error = (await failureOf(aftermath)) ?? thrown;
      // Before the ROLLBACK: what the work left behind must not be said after it, outside the transaction.
      aftermath.ended = true;
      // A migration changed what a prepared statement answers: only a new connection prepares it anew.
      spoilt = databaseFailureOf(error) === 'outdated';
      await client?.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      aftermath.ended = true;
      Object.assign(runner, { isTransactionActive: false });
      // A connection that may still be within a transaction of this hospital is closed, never handed to the next one.
      if (client && (spoilt || client.getTransactionStatus() !== 'I')) void client.end().catch(() => undefined);
      await runner.release();
    }
    this.#settle(aftermath);
    return value;
  }

  /** What is done is done: a page that could not be told must not turn a committed command into a failure. */
  #settle({ events, effects }: Aftermath): void {
    const publish = () => this.#publish(events);
    for (const effect of events.length > 0 ? [publish, ...effects] : effects) {
      try {
        effect();
      } catch (error) {
        this.#log?.error({ err: error }, 'effect after a commit failed');
      }
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
      rememberAnswer(tx, value);
      return value;
    });
  }

  #open(context: HospitalContext, runner: QueryRunner, client: PoolClient, aftermath: Aftermath): Tx {
    const [begun] = aftermath.sent;
    // An answer came after that of the beginning, so that nothing is waited for here but whether it was a yes.
    const admitted = async <Answer>(asked: Promise<Answer>): Promise<Answer> => {
      const answer = await asked;
      await begun;
      return answer;
    };
    const byManager = runner.query.bind(runner);
    Object.assign(runner, {
      query: (...asked: Parameters<QueryRunner['query']>) => admitted(byManager(...asked)),
    });
    const now = this.#clock.now();
    const ask = <Row extends QueryResultRow>(sql: string, values: readonly unknown[]) => {
      // The connection may be in another hospital’s transaction by now.
      if (aftermath.ended) throw new Error('the transaction has ended');
      if (runner.isReleased) throw new AppError('service.unavailable', 'the connection broke');
      const name = values.length > 0 ? statementName(sql) : undefined;
      return client.query<Row>({ name, text: sql, values: values as unknown[] });
    };
    const tx: Tx = {
      hospitalId: context.hospitalId,
      now,
      context,
      manager: runner.manager,
      query: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
        (await admitted(ask<Row>(sql, values))).rows,
      send: (sql, values) => {
        const sent = ask(sql, values);
        // Looked at when the transaction ends, whichever way it does.
        sent.catch(() => undefined);
        aftermath.sent.push(sent);
      },
      audit: async (action, entry) => writeAudit(tx, action, entry),
      emit: async (event) => {
        storeDomainEvent(tx, event);
        aftermath.events.push({ ...event, hospitalId: context.hospitalId, at: now });
      },
      afterCommit: (effect) => void aftermath.effects.push(effect),
    };
    return tx;
  }
}
