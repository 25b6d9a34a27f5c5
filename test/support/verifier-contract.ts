import { describe, expect, it } from 'vitest';
import type {
  IdentityClaim,
  IdentityVerifier,
} from '../../server/src/api/accounts/identity/verifier/identity-verifier.ts';
import { newId } from '../../server/src/platform/ids.ts';

/** What the maker of an adapter hands in to have it held to the port’s contract. */
export interface VerifierUnderTest {
  verifier: IdentityVerifier;
  /** People and documents that the provider’s test system answers about, each in this way. */
  known: Pick<IdentityClaim, 'name' | 'documentType' | 'number'>;
  wrongNumber: Pick<IdentityClaim, 'name' | 'documentType' | 'number'>;
  /** Claims that nobody answers, by what goes wrong; `begin` brings it about. */
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

/** Every adapter of the identity port must pass this; a real one against its provider’s test system. */
export function itKeepsTheVerifierContract(name: string, make: () => VerifierUnderTest): void {
  describe(`${name} keeps the contract: it`, () => {
    it('names itself in no more than forty characters', () => {
      expect(make().verifier.provider).toMatch(/^.{1,40}$/);
    });
    it('says that a document is somebody’s, with a reference and the time', async () => {
      const { verifier, known } = make();
      const before = Date.now();
      const answer = await verifier.verify(asked(known));
      expect(answer).toMatchObject({ verdict: 'verified', reference: expect.stringMatching(/./) as string });
      expect(Math.abs(answer.at.getTime() - before)).toBeLessThan(60_000);
    });
    it('says that a document is not', async () => {
      const { verifier, wrongNumber } = make();
      expect(await verifier.verify(asked(wrongNumber))).toMatchObject({
        verdict: 'mismatch',
        reference: expect.stringMatching(/./) as string,
      });
    });
    it('answers the same question in the same way', async () => {
      const { verifier, known } = make();
      const question = asked(known);
      const { at: _one, ...first } = await verifier.verify(question);
      const { at: _two, ...second } = await verifier.verify(question);
      expect(second).toEqual(first);
    });
    it(
      'never takes silence or a fault for a mismatch, throws nothing, and ends in time',
      { timeout: 60_000 },
      async () => {
        const { verifier, unanswered } = make();
        for (const { what, begin, claim } of unanswered) {
          begin?.();
          const started = performance.now();
          const answer = await verifier.verify(asked(claim));
          expect({ what, ...answer }).toMatchObject({ what, verdict: 'unavailable', reference: null });
          expect(performance.now() - started).toBeLessThan(10_000);
        }
      },
    );
  });
}
