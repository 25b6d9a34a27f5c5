import type { Clock } from '../../../../platform/clock.ts';
import type { IdentityAnswer, IdentityClaim, IdentityVerifier } from './identity-verifier.ts';

/**
 * Checks nothing, and exists in demo mode only. It knows resident numbers of the area 000000, which nobody has, and passports
 * that begin with DEMO; whatever could be a living person’s document is a mismatch. A resident number whose sixteenth digit is 8,
 * and a passport that ends in 8, is "unavailable", so that this can be seen too. The same claim has the same answer.
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
