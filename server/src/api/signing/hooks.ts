import type { SealedRecords, SignedKind, VerifiedRecords } from './signed-kinds.ts';
import { Sealing, type SealingParts } from './sealing/sealing.ts';
import { Verification, type VerificationParts } from './verification/verification.ts';

/** Hooks for areas with signed records: one registration per kind of record. The area decides what is signed, by whom, and the layout. */
export class SignedRecordHooks {
  readonly #parts: SealingParts & VerificationParts;
  constructor(parts: SealingParts & VerificationParts) {
    this.#parts = parts;
  }

  /** Registers sealing for a kind of record: the job that creates the files, and the job that retries lost ones. */
  onSealing<Row>(records: SealedRecords<Row>): Sealing<Row> {
    const sealing = new Sealing(this.#parts, records);
    this.#parts.jobs.define(sealing.job());
    this.#parts.jobs.define(sealing.sweep());
    return sealing;
  }

  /** Registers the public verification of a kind of record by code, file or signed record; the area names the routes. */
  onVerification<Kind extends SignedKind, Outcome extends string, Shown extends { id: string }>(
    records: VerifiedRecords<Kind, Outcome, Shown>,
  ): Verification<Kind, Outcome, Shown> {
    return new Verification(this.#parts, records);
  }
}
