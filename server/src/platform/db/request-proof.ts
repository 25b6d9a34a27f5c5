import { createHmac, hash } from 'node:crypto';
import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { mayListNames } from './statement-names.ts';

/** The scope of a proof: one request of one hospital, by one session or none. */
export interface ProvenRequest {
  hospitalId: string;
  sessionId: string | null;
  /** The patient for whom the session acts. */
  patientId: string | null;
}

const block = 64;

/** A connection on which requests begin. */
interface OpenSession {
  /** Unique to this connection. */
  key: Buffer;
  /** The number in the next proof: each proof is valid once. */
  turn: bigint;
  prepares: boolean;
}

export interface NextProof {
  proof: Buffer;
  /** Whether this connection may prepare statements: no one there can list their names and replace them. */
  prepares: boolean;
}

/** Creates the proofs that `begin_request` requires, with a key that no statement of the app's role can read. */
export class RequestProofs {
  readonly #key: Buffer;
  readonly #sessions = new WeakMap<ClientBase, OpenSession>();

  constructor(key: Buffer) {
    this.#key = key;
  }

  /** Returns the proof for the next request on that connection. The first one opens the session at the database. */
  async next(client: ClientBase, request: ProvenRequest): Promise<NextProof> {
    const session = this.#sessions.get(client) ?? (await this.#open(client));
    return { proof: proofOf(session.key, request, session.turn++), prepares: session.prepares };
  }

  async #open(client: ClientBase): Promise<OpenSession> {
    const { rows } = await client.query<{ turn: string; listed: boolean }>(
      `SELECT open_session() AS turn, ${mayListNames} AS listed`,
    );
    const turn = BigInt(rows[0]?.turn ?? '');
    const number = Buffer.alloc(8);
    number.writeBigInt64BE(turn);
    const session = {
      key: createHmac('sha256', this.#key).update(number).digest().subarray(0, 16),
      turn,
      prepares: rows[0]?.listed === false,
    };
    this.#sessions.set(client, session);
    return session;
  }
}

/** Computes the proof as `begin_request` does. All parts have a fixed length, so nothing can be appended. */
function proofOf(key: Buffer, { hospitalId, sessionId, patientId }: ProvenRequest, turn: bigint): Buffer {
  const proven = Buffer.alloc(72);
  key.copy(proven);
  proven.write(hospitalId.replaceAll('-', ''), 16, 16, 'hex');
  if (sessionId) proven.write(sessionId.replaceAll('-', ''), 32, 16, 'hex');
  if (patientId) proven.write(patientId.replaceAll('-', ''), 48, 16, 'hex');
  proven.writeBigInt64BE(turn, 64);
  return hash('sha256', proven, 'buffer');
}

/** Returns the key as stored in the database: padded to a block, and combined with both constants of RFC 2104. */
export function padsOf(key: Buffer): { inner: Buffer; outer: Buffer } {
  const padded = Buffer.alloc(block);
  key.copy(padded);
  const combined = (constant: number) => Buffer.from(padded.map((byte) => byte ^ constant));
  return { inner: combined(0x36), outer: combined(0x5c) };
}

const proofs = new WeakMap<DataSource, RequestProofs>();

/** Makes transactions on these connections begin as requests, with proofs by this key. */
export function proveRequests(source: DataSource, key: Buffer): void {
  proofs.set(source, new RequestProofs(key));
}

/** Returns null for connections without a key, whose transactions see no hospital’s rows. */
export function proofsOf(source: DataSource): RequestProofs | null {
  return proofs.get(source) ?? null;
}
