import { performance } from 'node:perf_hooks';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { FileStore } from '../platform/files/store/file-store.ts';
import { newId } from '../platform/ids.ts';
import { StartError } from '../platform/process/start-failure.ts';
import type { KeyEncryption } from '../platform/signing/key-encryption.ts';
import {
  beginDeparture,
  closeHospital,
  findHospital,
  leave,
  linkLastEntries,
  openCalls,
  reopen,
  type Departure,
  type FoundHospital,
} from './departing-hospital.ts';
import { readJobs } from './moved-jobs.ts';
import { inTransaction, openOwnerSession, takeHospital } from './owner-session.ts';
import { done, greeted, passAnswer, readied, tableAnswer, verified, type Verified } from './protocol.ts';
import { outgoing } from './row-lines.ts';
import { schemaOf } from './schema-of.ts';
import { keysSql, readDigests, readMovedTables, rowsSql, writtenSince, type MovedTable } from './table-shape.ts';
import type { Wire } from './wire.ts';

export interface Sending {
  ownerUrl: string;
  slug: string;
  /** The new address of the hospital’s pages. */
  address: string;
  keys: KeyEncryption;
  files: Pick<FileStore, 'get'>;
  /** Connects to the target. */
  connect: () => Promise<Wire>;
  /** Cuts open calls off at the end of the move. */
  endsCalls: boolean;
  /** After this time the hospital opens here again, and the move is given up. */
  longestClosedMs: number;
  /** Aborted when the operator stops the move. Until the hospital has left it then opens here again. */
  stop: AbortSignal;
  say: (line: string) => void;
}

export interface Sent {
  /** How long the hospital was closed. Null when it had moved before, and only the target had to open it. */
  closedMs: number | null;
  verified: Verified | null;
}

/**
 * Moves a hospital of this installation to another. It works while it is copied and verified there; then it is closed, what has changed since is copied
 * and verified, and this installation refuses it for good before the other one opens it. Until then a failure opens it here again. Run again, it
 * starts over, or completes a move that was interrupted after that point.
 */
export async function sendHospital(sending: Sending): Promise<Sent> {
  const first = await openOwnerSession(sending.ownerUrl, '');
  const hospital = await findHospital(first, sending.slug).finally(() => void first.end());
  const client = await openOwnerSession(sending.ownerUrl, hospital.id);
  try {
    await takeHospital(client, hospital.id);
    if (hospital.moveState === 'moved') return await complete(sending, client, hospital);
    if (await reopen(client, hospital.id)) sending.say('An interrupted move was given up; starting over.');
    return await new Move(sending, client, hospital).run();
  } finally {
    await client.end();
  }
}

/** Tells the target once more to open. */
async function complete(sending: Sending, client: Client, hospital: FoundHospital): Promise<Sent> {
  const wire = await sending.connect();
  const end = () => wire.close();
  sending.stop.addEventListener('abort', end);
  try {
    sending.stop.throwIfAborted();
    await greet(sending, wire, client, { hospital, move: hospital.move ?? '' });
    await wire.ask({ ask: 'open' }, done);
    return { closedMs: null, verified: null };
  } finally {
    sending.stop.removeEventListener('abort', end);
    wire.close();
  }
}

interface Pass {
  /** The transaction from which on written rows are sent; null for all. */
  since: string | null;
  /** The content of all rows, or of those that are sent. */
  compares: 'everything' | 'changes';
}

async function greet(
  { say }: Sending,
  wire: Wire,
  client: Client,
  { hospital: { id, slug, isDemo }, move }: { hospital: FoundHospital; move: string },
): Promise<void> {
  wire.onNotice = (text) => say(`Waiting for the target: ${text}.`);
  const schema = await schemaOf(client);
  await wire.ask({ ask: 'greet', move, hospitalId: id, slug, isDemo, schema }, greeted);
}

class Move {
  readonly #sending: Sending;
  readonly #client: Client;
  readonly #hospital: FoundHospital;
  readonly #departure: Departure;
  /** Why the closure was ended. */
  #overdue: StartError | null = null;

  constructor(sending: Sending, client: Client, hospital: FoundHospital) {
    [this.#sending, this.#client, this.#hospital] = [sending, client, hospital];
    this.#departure = { hospitalId: hospital.id, move: newId(), address: sending.address };
  }

  async run(): Promise<Sent> {
    const { connect, say, stop } = this.#sending;
    const wire = await connect();
    const end = () => this.#end(wire);
    stop.addEventListener('abort', end);
    try {
      stop.throwIfAborted();
      const tables = await readMovedTables(this.#client);
      await greet(this.#sending, wire, this.#client, { hospital: this.#hospital, move: this.#departure.move });
      await beginDeparture(this.#client, this.#departure);
      await wire.ask({ ask: 'begin' }, done);
      say('Copying; the hospital works.');
      let since = await this.#copy(wire, tables, { since: null, compares: 'everything' });
      const { entries, records } = await wire.ask({ ask: 'verify', isComplete: false }, verified);
      say(
        `Copied and verified at the target: ${entries} audit entries, ${records} signatures, PDFs and sealed values.`,
      );
      // What changed in these hours, and then what changed in the minutes of comparing everything: little is left for the closure.
      for (const compares of ['everything', 'changes'] as const) {
        since = await this.#copy(wire, tables, { since, compares });
        await wire.ask({ ask: 'verify', isComplete: false }, verified);
      }
      const sent = await this.#close(wire, tables, since);
      await wire.ask({ ask: 'open' }, done);
      return sent;
    } catch (error) {
      await this.#giveUp();
      stop.throwIfAborted();
      throw this.#overdue ?? error;
    } finally {
      stop.removeEventListener('abort', end);
      wire.close();
    }
  }

  /** Fails whatever waits for the target or for the database, so that the move is given up at once. */
  #end(wire: Wire): void {
    wire.close();
    void this.#client.end().catch(() => undefined);
  }

  /** From here on nothing is written to the hospital. Returns once this installation refuses it for good. */
  async #close(wire: Wire, tables: readonly MovedTable[], since: string): Promise<Sent> {
    const { say, longestClosedMs } = this.#sending;
    const { hospitalId } = this.#departure;
    await this.#assertNoCalls();
    const begun = performance.now();
    await closeHospital(this.#client, this.#departure, { withinMs: longestClosedMs, say });
    const limit = setTimeout(
      () => {
        this.#overdue = new StartError(
          `The hospital would be closed for more than ${longestClosedMs / 1000} s (--longest-closed). Nothing has moved. Try again at a quieter time.`,
        );
        this.#end(wire);
      },
      Math.max(0, longestClosedMs - (performance.now() - begun)),
    );
    try {
      await linkLastEntries(this.#client, this.#departure);
      await this.#assertNoCalls();
      say('The hospital is closed; copying what has changed.');
      await this.#copy(wire, tables, { since, compares: 'changes' });
      const verdict = await wire.ask({ ask: 'verify', isComplete: true }, verified);
      const { rows } = await this.#client.query<{ row: Record<string, unknown> }>(
        `SELECT to_jsonb(h) - 'move_state' - 'moved_to' AS row FROM hospital h WHERE id = $1`,
        [hospitalId],
      );
      const jobs = await readJobs(this.#client, hospitalId);
      const { address } = this.#departure;
      const { withdrawal } = await wire.ask({ ask: 'ready', address, hospital: rows[0]?.row, jobs }, readied);
      clearTimeout(limit);
      await leave(this.#client, this.#departure, withdrawal);
      return { closedMs: performance.now() - begun, verified: verdict };
    } finally {
      clearTimeout(limit);
    }
  }

  /**
   * Sends the rows written since the transaction `since` (null: all) as of one moment. Returns the transaction from which on the next pass reads. A row
   * that was not written since is one that the pass before compared, so with an equal number of rows no other row can be missing or left over.
   */
  #copy(wire: Wire, tables: readonly MovedTable[], { since, compares }: Pass): Promise<string> {
    return inTransaction(this.#client, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', async () => {
      const { rows } = await this.#client.query<{ next: string }>(
        'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS next',
      );
      const changed = since === null ? 'true' : writtenSince(since);
      const compared = compares === 'everything' ? 'true' : changed;
      const digests = await readDigests(this.#client, tables, this.#departure.hospitalId, { changed, compared });
      const pass = { ask: 'pass', compares, digests: Object.fromEntries(digests) };
      const { gone } = await wire.ask(pass, passAnswer);
      for (const table of tables) {
        const isChanged = (digests.get(table.name)?.changed ?? 0) > 0;
        const only = table.isWhole ? 'true' : changed;
        if (isChanged || gone.includes(table.name)) await this.#copyTable(wire, table, isChanged ? only : null);
      }
      return rows[0]?.next ?? '0';
    });
  }

  async #copyTable(wire: Wire, table: MovedTable, only: string | null): Promise<void> {
    const { hospitalId } = this.#departure;
    await wire.send({ ask: 'table', table: table.name });
    if (only !== null)
      await wire.sendBytes(outgoing(table, this.#rows(rowsSql(table, hospitalId, only)), this.#sending));
    const { keys } = await wire.answer(tableAnswer);
    if (!keys) return;
    await wire.sendBytes(this.#rows(keysSql(table, hospitalId)));
    await wire.answer(tableAnswer);
  }

  #rows(sql: string): AsyncIterable<Buffer> {
    return this.#client.query(copyTo(`COPY (${sql}) TO STDOUT`));
  }

  async #assertNoCalls(): Promise<void> {
    if (this.#sending.endsCalls) return;
    const calls = await openCalls(this.#client, this.#departure.hospitalId);
    if (calls > 0)
      throw new StartError(`${calls} calls are open. Wait until they have ended, or cut them off with --end-calls.`);
  }

  /** After a failure only the database says whether the hospital has left: the outcome of a commit may be unknown. */
  async #giveUp(): Promise<void> {
    const { ownerUrl, slug, say } = this.#sending;
    const { hospitalId } = this.#departure;
    // The session of before may be in the middle of a copy.
    const client = await openOwnerSession(ownerUrl, hospitalId);
    try {
      if ((await findHospital(client, slug)).moveState === 'moved')
        say('The hospital has left, and the target has not said that it is open there. Run the same command again.');
      else if (await reopen(client, hospitalId)) say('The move was given up. The hospital is open here.');
    } finally {
      await client.end();
    }
  }
}
