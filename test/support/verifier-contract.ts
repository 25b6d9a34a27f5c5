import { describe, expect, it } from 'vitest';
import type {
  IdentityClaim,
  IdentityVerifier,
} from '../../server/src/api/accounts/identity/verifier/identity-verifier.ts';
import { newId } from '../../server/src/platform/ids.ts';

/** The adapter under test and its test data. */
export interface VerifierUnderTest {
  verifier: IdentityVerifier;
  /** People and documents that the provider’s test system answers in the named way. */
  known: Pick<IdentityClaim, 'name' | 'documentType' | 'number'>;
  wrongNumber: Pick<IdentityClaim, 'name' | 'documentType' | 'number'>;
  /** Claims without an answer, by fault; `begin` causes it. */
  unanswered: readonly {
    what: string;
    begin?: () => void;
    claim: Pick<IdentityClaim, 'name' | 'documentType' | 'number'>;
  }[];
}

const asked = (claim: Pick<IdentityClaim, 'name' | 'documentType' | 'number'>): IdentityClaim => ({
  requestId: newId(),
  ...claim,
});

/** Contract tests for every adapter of the identity port; a real one runs against its provider’s test system. */
export function itKeepsTheVerifierContract(name: string, make: () => VerifierUnderTest): void {
  describe(`${name} fulfils the verifier contract: it`, () => {
    it('has a provider name of at most forty characters', () => {
      expect(make().verifier.provider).toMatch(/^.{1,40}$/);
    });
    it('verifies a document of its holder, with a reference and the time', async () => {
      const { verifier, known } = make();
      const before = Date.now();
      const answer = await verifier.verify(asked(known));
      expect(answer).toMatchObject({ verdict: 'verified', reference: expect.stringMatching(/./) as string });
      // A provider’s clock may be another one.
      const [earliest, latest] = [before - 60_000, Date.now() + 60_000];
      expect([earliest <= answer.at.getTime(), answer.at.getTime() <= latest]).toEqual([true, true]);
    });
    it('reports a mismatch for another person’s document', async () => {
      const { verifier, wrongNumber } = make();
      expect(await verifier.verify(asked(wrongNumber))).toMatchObject({
        verdict: 'mismatch',
        reference: expect.stringMatching(/./) as string,
      });
    });
    it('returns the same result for the same request', async () => {
      const { verifier, known } = make();
      const question = asked(known);
      const { at: _one, ...first } = await verifier.verify(question);
      const { at: _two, ...second } = await verifier.verify(question);
      expect(second).toEqual(first);
    });
    it('never reports a timeout or a fault as a mismatch, never throws, and ends', async () => {
      const { verifier, unanswered } = make();
      for (const { what, begin, claim } of unanswered) {
        begin?.();
        // One that waits for an answer without an end ends with the time of the test.
        const answer = await verifier.verify(asked(claim));
        expect({ what, ...answer }).toMatchObject({ what, verdict: 'unavailable', reference: null });
      }
    });
  });
}
