import type { DocumentType, Verdict } from '@yunzhen/shared/accounts/identity';

/** What a person says of themselves, to be compared with a register of documents. */
export interface IdentityClaim {
  /** Stands for this one question: asked again with the same id, a service answers as before and counts nothing twice. */
  requestId: string;
  /** Legal name as the document writes it. */
  name: string;
  documentType: DocumentType;
  /** Capitals, no blanks; its form and check character are right. */
  number: string;
}

export interface IdentityAnswer {
  verdict: Verdict;
  /** Under what the provider finds the question again; null when nobody answered. */
  reference: string | null;
  at: Date;
}

/**
 * The port to whoever knows identity documents.
 *
 * Contract of every adapter (`test/support/verifier-contract.ts` holds each to it):
 * - `verified`: the provider says that a document of that type with that number was issued to a person of that name.
 *   `mismatch`: the provider says that it was not. Everything else is `unavailable`: no answer in time, an answer that is not
 *   understood, a refusal of our credentials, too many questions, a provider’s own fault. Never the one for the other: a
 *   mismatch counts against the person.
 * - `verify` does not throw and ends within ten seconds, whatever the provider does.
 * - The same `requestId` is the same question.
 * - Name and number go to the provider and nowhere else: into no log, error or metric.
 * - `provider` names it in the patient’s record, and is no more than 40 characters.
 */
export interface IdentityVerifier {
  readonly provider: string;
  verify(claim: IdentityClaim): Promise<IdentityAnswer>;
}
