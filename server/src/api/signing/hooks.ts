import type { SealedRecords, SignedKind, VerifiedRecords } from './signed-kinds.ts';
import { Sealing, type SealingParts } from './sealing/sealing.ts';
import { Verification, type VerificationParts } from './verification/verification.ts';

/**
 * Where areas whose records are signed join in: one registration for each kind of record. What is signed, how its page looks
 * and who may sign stay with the area.
 */
export class SignedRecordHooks {
  readonly #parts: SealingParts & VerificationParts;
  constructor(parts: SealingParts & VerificationParts) {
    this.#parts = parts;
  }

  /** Seals records of this kind: defines the job that makes their files and the one that finds those whose job was lost. */
  onSealing<Row>(records: SealedRecords<Row>): Sealing<Row> {
    const sealing = new Sealing(this.#parts, records);
    this.#parts.jobs.define(sealing.job());
    this.#parts.jobs.define(sealing.sweep());
    return sealing;
  }

  /** Lets strangers check records of this kind by code, file or signed record; the area names the routes. */
  onVerification<Kind extends SignedKind, Outcome extends string, Shown extends { id: string }>(
    records: VerifiedRecords<Kind, Outcome, Shown>,
  ): Verification<Kind, Outcome, Shown> {
    return new Verification(this.#parts, records);
  }
}
