import { setTimeout as delay } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock.ts';
import { installationContext, type HospitalContext } from '../context.ts';
import type { Logger } from '../logging/logger.ts';
import { runEach } from '../run-each.ts';
import { checkoutSeconds } from '../metrics/instruments.ts';
import { traceStatements } from '../tracing/trace-statements.ts';
import { inSpan } from '../tracing/tracing.ts';
import { isRepeatable } from './database-errors.ts';
import { claimCommand, rememberAnswer } from './idempotency.ts';
import { OpenTransaction } from './open-transaction.ts';
import { proofsOf, type RequestProofs } from './request-proof.ts';
import { ShownPatients } from './shown-patients.ts';
import type { Outbox, Publish, Tx } from './tx.ts';

export type { CommittedEvent, Tx } from './tx.ts';

/** How often a transaction is retried after a deadlock or serialisation failure. */
const MAX_RETRIES = 3;
/** Milliseconds before the first retry, doubled for each further one and randomised, so that two victims do not collide again. */
const RETRY_PAUSE = 25;

/** Connections of a pool without a size. */
const defaultPoolSize = 10;

/** For work that mostly waits for the database. Requests need the connections too. */
const hospitalsAtOnce = 2;

/** The port through which services open transactions. */
export class Transactions {
  readonly #source: DataSource;
  readonly #proofs: RequestProofs | null;
  readonly #clock: Clock;
  readonly #log: Logger | undefined;
  readonly #shown = new ShownPatients();
  #publish: Publish = () => undefined;
  #outbox: Outbox | null = null;
  #entriesWritten: (hospitalId: string) => void = () => undefined;

  constructor(source: DataSource, clock: Clock, log?: Logger) {
    this.#source = source;
    this.#proofs = proofsOf(source);
    this.#clock = clock;
    this.#log = log;
  }

  /** Connections that this process opens at most. */
  get poolSize(): number {
    return this.#source.options.poolSize ?? defaultPoolSize;
  }

  /** Sets where messages for pages go (the record socket). Call it once at start-up. */
  sendTo(outbox: Outbox): void {
    this.#outbox = outbox;
  }

  /** Sets where committed events go (the figures). Call it once at start-up. */
  onCommitted(publish: Publish): void {
    this.#publish = publish;
  }

  /** Sets what links new entries into the hospital's chain. Call it once at start-up. */
  onEntriesWritten(notify: (hospitalId: string) => void): void {
    this.#entriesWritten = notify;
  }

  /** Returns every hospital of the installation, for work that covers all of them; none that is moving or has moved to another. */
  async hospitals(): Promise<string[]> {
    const rows = await this.#source.query<{ id: string }[]>(
      'SELECT id FROM hospital WHERE move_state IS NULL ORDER BY id',
    );
    return rows.map((row) => row.id);
  }

  /** Runs `work` as `eachHospital`, only for hospitals with work of that job. */
  async eachWithWork(job: string, work: (hospitalId: string) => Promise<unknown>): Promise<void> {
    await runEach(await this.#hospitalsWithWork(job), work, hospitalsAtOnce);
  }

  /** Runs `work` for each hospital; one where it fails does not delay the others, and the failures are thrown at the end. */
  async eachHospital(work: (hospitalId: string) => Promise<unknown>): Promise<void> {
    await runEach(await this.hospitals(), work);
  }

  /**
   * Runs `work` in one transaction of the context’s hospital. Throws `auth.session-expired` when the actor’s session has ended. Whatever `work`
   * throws rolls everything back, audit included.
   * After a deadlock `work` runs again, so it may change only the database; other effects belong in `tx.afterCommit`.
   */
  async run<Value>(context: HospitalContext, work: (tx: Tx) => Promise<Value>): Promise<Value> {
    for (let retries = 0; ; retries++) {
      try {
        const { value, tx } = await inSpan('transaction', {}, () => this.#attempt(context, work));
        this.#settle(tx);
        return value;
      } catch (error) {
        if (retries === MAX_RETRIES || !isRepeatable(error)) throw error;
        this.#log?.warn({ requestId: context.requestId, retries, err: error }, 'transaction is run again');
        await delay(RETRY_PAUSE * 2 ** retries * (0.5 + Math.random()));
      }
    }
  }

  /** Returns the hospitals where that job of every minute could have something to do, in one statement (`hospital_has_work`). */
  async #hospitalsWithWork(job: string): Promise<string[]> {
    const rows = await this.run(installationContext(`job:${job}`), (tx) =>
      tx.query<{ id: string }>(
        `SELECT w.id FROM hospitals_with_work($1, $2) AS w (id) JOIN hospital h ON h.id = w.id WHERE h.move_state IS NULL`,
        [job, tx.now],
      ),
    );
    return rows.map((row) => row.id);
  }

  async #attempt<Value>(
    context: HospitalContext,
    work: (tx: Tx) => Promise<Value>,
  ): Promise<{ value: Value; tx: OpenTransaction }> {
    const runner = this.#source.createQueryRunner();
    try {
      const waited = checkoutSeconds.startTimer();
      const client = (await runner.connect().finally(waited)) as PoolClient;
      traceStatements(client);
      const parts = { runner, client, proofs: this.#proofs, shown: this.#shown };
      const tx = new OpenTransaction(parts, context, this.#clock.now());
      try {
        await tx.begin();
        const value = await work(tx);
        if (tx.messages.length > 0) await this.#outbox?.store(tx, tx.messages);
        await tx.commit();
        return { value, tx };
      } catch (error) {
        throw await tx.rollBack(error);
      }
    } finally {
      await runner.release();
    }
  }

  /** Runs the effects after the commit; their failure must not turn a committed command into an error. */
  #settle({ events, messages, effects, entriesWritten, hospitalId }: OpenTransaction): void {
    if (entriesWritten) this.#entriesWritten(hospitalId);
    const send = () => void (messages.length > 0 && this.#outbox?.committed(messages));
    const publish = () => void (events.length > 0 && this.#publish(events));
    for (const effect of [send, publish, ...effects]) {
      try {
        effect();
      } catch (error) {
        this.#log?.error({ err: error }, 'effect after a commit failed');
      }
    }
  }

  /**
   * Runs a command in one transaction, once per idempotency key: a repeat with the same key, even while the first still runs, gets the first one’s
   * answer. The answer must be plain JSON.
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
}
