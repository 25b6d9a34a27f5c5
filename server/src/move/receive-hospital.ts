import type { X509Certificate } from 'node:crypto';
import type { Client } from 'pg';
import type { Transactions } from '../platform/db/transaction.ts';
import type { FileStore } from '../platform/files/store/file-store.ts';
import { StartError } from '../platform/process/start-failure.ts';
import type { KeyEncryption } from '../platform/signing/key-encryption.ts';
import {
  assertOnlyOf,
  beginArrival,
  makeReady,
  moveAtTarget,
  obstacleOf,
  openHospital,
  type Arrival,
} from './arriving-hospital.ts';
import { assertStagedOf, deleteOthers, deleteRows, isIn, newRows, replaceRows, stageRows } from './moved-rows.ts';
import { inTransaction, openOwnerSession, takeHospital, writeRowsAsTheyAre } from './owner-session.ts';
import { request, type Request } from './protocol.ts';
import { incoming } from './row-lines.ts';
import { schemaDifference, schemaOf } from './schema-of.ts';
import { readDigests, readMovedTables, writtenSince, type MovedTable, type TableDigest } from './table-shape.ts';
import { ArrivalCheck, assertAllLinked } from './verify-arrival.ts';
import type { Wire } from './wire.ts';

export interface Receiving {
  ownerUrl: string;
  transactions: Transactions;
  keys: KeyEncryption;
  files: FileStore;
  timeAnchors: readonly X509Certificate[];
  isProduction: boolean;
  say: (line: string) => void;
}

type Greeting = Extract<Request, { ask: 'greet' }>;

/** Receives one hospital over a connection, to its end. The source learns of a failure, and gives the move up. */
export async function receiveHospital(wire: Wire, receiving: Receiving): Promise<void> {
  const sessions: Client[] = [];
  try {
    const greeting = request.parse(await wire.receive());
    if (greeting.ask !== 'greet') throw new StartError('The source did not greet.');
    const client = await openOwnerSession(receiving.ownerUrl, greeting.hospitalId);
    sessions.push(client);
    const reception = new Reception(wire, receiving, client, greeting);
    await reception.greet();
    while (await reception.answer(request.parse(await wire.receive())));
  } catch (error) {
    const { message } = error as Error;
    await wire.send({ refused: `At the target: ${message}` }).catch(() => undefined);
    receiving.say(`The move ended: ${message}`);
  } finally {
    await Promise.all(sessions.map((client) => client.end()));
  }
}

class Reception {
  readonly #wire: Wire;
  readonly #receiving: Receiving;
  readonly #client: Client;
  readonly #greeting: Greeting;
  readonly #arrival: Arrival;
  readonly #check: ArrivalCheck;
  #tables = new Map<string, MovedTable>();
  /** The pass that runs. */
  #pass: { whole: boolean; digests: Record<string, TableDigest> } = { whole: true, digests: {} };
  /** What is here before a pass that sends only what has changed. Nothing else writes it: no program here knows of the hospital. */
  #before = new Map<string, TableDigest>();
  /** The transaction from which on rows were written here that are not verified yet; null when all are. */
  #unverified: string | null = null;

  constructor(wire: Wire, receiving: Receiving, client: Client, greeting: Greeting) {
    [this.#wire, this.#receiving, this.#client, this.#greeting] = [wire, receiving, client, greeting];
    this.#arrival = { hospitalId: greeting.hospitalId, move: greeting.move };
    this.#check = new ArrivalCheck(receiving, greeting.hospitalId);
  }

  async greet(): Promise<void> {
    const { hospitalId, move } = this.#arrival;
    await takeHospital(this.#client, hospitalId);
    const difference = schemaDifference(this.#greeting.schema, await schemaOf(this.#client));
    if (difference) throw new StartError(difference);
    const found = await moveAtTarget(this.#client, hospitalId);
    const state = found?.move === move ? found.state : 'none';
    await this.#wire.send({ state: state === 'arriving' || state === 'ready' || state === 'opened' ? state : 'none' });
  }

  /** Does what the source asks for. Returns false after the last request. */
  async answer(asked: Request): Promise<boolean> {
    switch (asked.ask) {
      case 'greet':
        throw new StartError('The source greeted twice.');
      case 'begin':
        await this.#begin();
        break;
      case 'scan':
        this.#before = await readDigests(this.#client, [...this.#tables.values()], this.#arrival.hospitalId, 'false');
        return true;
      case 'pass':
        await this.#beginPass(asked);
        return true;
      case 'table':
        await this.#receiveTable(asked);
        return true;
      case 'verify':
        await this.#verify(asked);
        return true;
      case 'ready':
        assertOnlyOf(this.#greeting, asked);
        await this.#wire.send({ withdrawal: await makeReady(this.#client, this.#arrival, asked) });
        return true;
      case 'open':
        await openHospital(this.#client, this.#arrival);
        this.#receiving.say(`${this.#greeting.slug} is open here.`);
        break;
    }
    await this.#wire.send({ done: true });
    return asked.ask !== 'open';
  }

  async #begin(): Promise<void> {
    const obstacle = await obstacleOf(this.#client, this.#greeting, this.#receiving.isProduction);
    if (obstacle) throw new StartError(obstacle);
    await writeRowsAsTheyAre(this.#client);
    const tables = await readMovedTables(this.#client);
    this.#tables = new Map(tables.map((table) => [table.name, table]));
    await beginArrival(this.#client, this.#arrival);
    const { files, say } = this.#receiving;
    await deleteRows(this.#client, this.#arrival.hospitalId, files, say);
    say(`${this.#greeting.slug} is arriving.`);
  }

  /** Compares what has not changed; the source then sends the other tables. */
  async #beginPass({ whole, digests }: Extract<Request, { ask: 'pass' }>): Promise<void> {
    const { rows } = await this.#client.query<{ first: string }>('SELECT pg_current_xact_id()::text AS first');
    this.#pass = { whole, digests };
    this.#unverified ??= rows[0]?.first ?? '0';
    const unchanged = [...this.#tables.values()].filter(({ name }) => digests[name]?.changed === 0);
    const found = whole ? await readDigests(this.#client, unchanged, this.#arrival.hospitalId, 'false') : this.#before;
    const gone = unchanged.filter(({ name }) => found.get(name)?.rows !== digests[name]?.rows);
    for (const { name } of unchanged) if (!gone.some((table) => table.name === name)) this.#assertSame(name, found);
    await this.#wire.send({ gone: gone.map(({ name }) => name) });
  }

  async #receiveTable({ table: name }: Extract<Request, { ask: 'table' }>): Promise<void> {
    const table = this.#tables.get(name);
    const expected = this.#pass.digests[name];
    if (!table || !expected) throw new StartError(`The source sent the table ${name}.`);
    const { hospitalId } = this.#arrival;
    const isChanged = expected.changed > 0;
    if (isChanged) {
      const columns = table.columns.map((column) => column.name);
      const lines = incoming(table, this.#wire.bytes(), this.#receiving);
      await stageRows(this.#client, 'staged_row', table, { columns, lines });
      await assertStagedOf(this.#client, table, hospitalId);
    }
    const found = await inTransaction(this.#client, 'BEGIN', async () => {
      if (!this.#pass.whole) await this.#deleteGone(table, expected.rows, isChanged);
      if (isChanged) await replaceRows(this.#client, table, hospitalId);
      const counted = this.#pass.whole ? 'true' : isIn(table, 'staged_row');
      return readDigests(this.#client, [table], hospitalId, isChanged ? counted : 'false');
    });
    this.#assertSame(name, found);
    await this.#wire.send({ keys: false });
  }

  /** Deletes what the source has deleted: there is something if more rows would be here than there. */
  async #deleteGone(table: MovedTable, rows: number, isChanged: boolean): Promise<void> {
    const { hospitalId } = this.#arrival;
    const before = this.#before.get(table.name)?.rows ?? 0;
    if (isChanged && before + (await newRows(this.#client, table, hospitalId)) === rows) return;
    await this.#wire.send({ keys: true });
    await stageRows(this.#client, 'staged_key', table, { columns: table.key, lines: this.#wire.bytes() });
    await deleteOthers(this.#client, table, hospitalId);
  }

  #assertSame(name: string, digests: ReadonlyMap<string, TableDigest>): void {
    const [sent, found] = [this.#pass.digests[name], digests.get(name)];
    const differs = (['rows', 'changed', 'keys', 'content'] as const).find((part) => found?.[part] !== sent?.[part]);
    if (differs)
      throw new StartError(`The copy of ${name} differs (${differs}: ${sent?.[differs]} became ${found?.[differs]}).`);
  }

  /** Verifies what has arrived since the last time. */
  async #verify({ isComplete }: Extract<Request, { ask: 'verify' }>): Promise<void> {
    if (isComplete) await assertAllLinked(this.#client, this.#arrival.hospitalId);
    const verdict = await this.#check.verify(this.#unverified === null ? 'false' : writtenSince(this.#unverified));
    this.#unverified = null;
    await this.#wire.send(verdict);
  }
}
