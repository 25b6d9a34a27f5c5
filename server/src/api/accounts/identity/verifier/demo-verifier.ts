import type { Clock } from '../../../../platform/clock.ts';
import type { IdentityAnswer, IdentityClaim, IdentityVerifier } from './identity-verifier.ts';

/**
 * Simulates verification, in demo mode only. Accepts resident numbers of the unassigned area 000000 and passports that begin with DEMO; any document
 * that could be real is a mismatch.
 * A resident number with sixteenth digit 8, or a passport that ends in 8, is "unavailable". Answers are deterministic.
 */
export function createDemoVerifier(clock: Clock): IdentityVerifier {
  return {
    provider: 'demo',
    verify({ requestId, documentType, number }: IdentityClaim): Promise<IdentityAnswer> {
      const invented = documentType === 'passport' ? number.startsWith('DEMO') : number.startsWith('000000');
      const digit = documentType === 'resident-id' ? number.at(-3) : number.at(-1);
      const verdict = !invented ? 'mismatch' : digit === '8' ? 'unavailable' : 'verified';
      const reference = verdict === 'unavailable' ? null : `demo-${requestId}`;
      return Promise.resolve({ verdict, reference, at: clock.now() });
    },
  };
}
