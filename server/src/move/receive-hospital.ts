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
import { addStaged, assertStagedOf, deleteOthers, deleteReplaced, deleteRows, isIn, stageRows } from './moved-rows.ts';
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
type Pass = Extract<Request, { ask: 'pass' }>;

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
  #pass: Pick<Pass, 'compares' | 'digests'> = { compares: 'everything', digests: {} };
  /** How many rows each table has here. Nothing else writes them: no program here knows of the hospital. */
  readonly #rows = new Map<string, number>();
  /** Of each table with rows that are not verified yet: the transaction from which on they were written here. */
  readonly #unverified = new Map<string, string>();

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
  async #beginPass({ compares, digests }: Pass): Promise<void> {
    this.#pass = { compares, digests };
    const unchanged = [...this.#tables.values()].filter(({ name }) => digests[name]?.changed === 0);
    const gone = unchanged.filter(({ name }) => this.#rowsOf(name) !== digests[name]?.rows);
    const same = unchanged.filter((table) => compares === 'everything' && !gone.includes(table));
    for (const [name, found] of await this.#digest(same)) this.#assertSame(name, { ...found, changed: 0 });
    await this.#wire.send({ gone: gone.map(({ name }) => name) });
  }

  /** In one transaction: what is staged ends with it. */
  async #receiveTable({ table: name }: Extract<Request, { ask: 'table' }>): Promise<void> {
    const table = this.#tables.get(name);
    const sent = this.#pass.digests[name];
    if (!table || !sent) throw new StartError(`The source sent the table ${name}.`);
    await inTransaction(this.#client, 'BEGIN', async () => {
      if (sent.changed > 0) await this.#stage(table);
      const left = this.#rowsOf(name) - (await this.#deleteOld(table, sent));
      const changed = sent.changed > 0 ? await addStaged(this.#client, table) : 0;
      this.#assertSame(name, await this.#found(table, { left, changed }));
    });
    this.#rows.set(name, sent.rows);
    await this.#wire.send({ keys: false });
  }

  async #stage(table: MovedTable): Promise<void> {
    const columns = table.columns.map(({ name }) => name);
    const lines = incoming(table, this.#wire.bytes(), this.#receiving);
    await stageRows(this.#client, 'staged_row', table, { columns, lines });
    await assertStagedOf(this.#client, table, this.#arrival.hospitalId);
    const { rows } = await this.#client.query<{ first: string }>('SELECT pg_current_xact_id()::text AS first');
    if (!this.#unverified.has(table.name)) this.#unverified.set(table.name, rows[0]?.first ?? '0');
  }

  /**
   * Deletes the rows that are replaced and, if more would be here than at the source, those that were deleted there. Before the new ones are added: a
   * value that was unique may have passed to another row. Returns how many it deleted.
   */
  async #deleteOld(table: MovedTable, { rows, changed }: TableDigest): Promise<number> {
    const { hospitalId } = this.#arrival;
    const replaced = changed > 0 ? await deleteReplaced(this.#client, table, hospitalId) : 0;
    if (this.#rowsOf(table.name) - replaced + changed === rows) return replaced;
    await this.#wire.send({ keys: true });
    await stageRows(this.#client, 'staged_key', table, { columns: table.key, lines: this.#wire.bytes() });
    return replaced + (await deleteOthers(this.#client, table, hospitalId));
  }

  /** Reads what the pass compares of a table. With only the changes compared, its rows are those that were left and those that were added. */
  async #found(table: MovedTable, { left, changed }: { left: number; changed: number }): Promise<Partial<TableDigest>> {
    const isWhole = this.#pass.compares === 'everything';
    const ofChanges = changed > 0 ? isIn(table, 'staged_row') : 'false';
    const found = (await this.#digest([table], isWhole ? 'true' : ofChanges)).get(table.name);
    return isWhole ? { ...found, changed } : { ...found, changed, rows: left + changed };
  }

  #digest(tables: readonly MovedTable[], among = 'true'): Promise<Map<string, TableDigest>> {
    const counted = { among, changed: 'true', compared: 'true' };
    return readDigests(this.#client, tables, this.#arrival.hospitalId, counted);
  }

  #rowsOf(name: string): number {
    return this.#rows.get(name) ?? 0;
  }

  #assertSame(name: string, found: Partial<TableDigest>): void {
    const sent = this.#pass.digests[name];
    const differs = (['rows', 'changed', 'content'] as const).find((part) => found[part] !== sent?.[part]);
    if (differs)
      throw new StartError(`The copy of ${name} differs (${differs}: ${sent?.[differs]} became ${found[differs]}).`);
  }

  /** Verifies what has arrived since the last time. */
  async #verify({ isComplete }: Extract<Request, { ask: 'verify' }>): Promise<void> {
    const entries = this.#rowsOf('audit_event') + this.#rowsOf('domain_event');
    if (isComplete) await assertAllLinked(this.#client, this.#arrival.hospitalId, entries);
    const verdict = await this.#check.verify((table) => {
      const first = this.#unverified.get(table);
      return first === undefined ? 'false' : writtenSince(first);
    });
    this.#unverified.clear();
    await this.#wire.send(verdict);
  }
}
