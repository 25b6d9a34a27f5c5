import type { DocumentType, Verdict } from '@yunzhen/shared/accounts/identity';

/** What a person states about themselves, to compare with a register of documents. */
export interface IdentityClaim {
  /** Idempotency key of the question: the service answers a retry as before and counts it once. */
  requestId: string;
  /** Legal name as in the document. */
  name: string;
  documentType: DocumentType;
  /** Capitals, no blanks; format and check character are valid. */
  number: string;
}

export interface IdentityAnswer {
  verdict: Verdict;
  /** The provider’s reference of the question; null without an answer. */
  reference: string | null;
  at: Date;
}

/**
 * The port to a provider that checks identity documents.
 *
 * Contract of every adapter (`test/support/verifier-contract.ts` tests it):
 * - `verified`: the provider says that a document of that type with that number was issued to a person of that name.
 *   `mismatch`: the provider says that it was not. Everything else is `unavailable`: a timeout, an unreadable answer,
 *   rejected credentials, rate limiting, a fault of the provider. Never confuse the two, because a mismatch counts
 *   against the person.
 * - `verify` does not throw and returns within ten seconds, whatever the provider does.
 * - The same `requestId` is the same question.
 * - Name and number go to the provider only, never into logs, errors or metrics.
 * - `provider` identifies the provider in the patient’s record, in at most 40 characters.
 */
export interface IdentityVerifier {
  readonly provider: string;
  verify(claim: IdentityClaim): Promise<IdentityAnswer>;
}
