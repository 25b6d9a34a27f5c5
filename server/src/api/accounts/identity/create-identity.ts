import type { ApiDeps } from '../../core/area-deps.ts';
import { IdentityNumbers } from './identity-numbers.ts';
import { IdentityRepository } from './identity.repository.ts';
import { registerIdentityRoutes } from './identity.routes.ts';
import { IdentityService } from './identity.service.ts';
import { createDemoVerifier } from './verifier/demo-verifier.ts';
import { createHttpVerifier } from './verifier/http-verifier.ts';
import type { IdentityVerifier } from './verifier/identity-verifier.ts';

/** Verifies who patients are, from identity documents that a provider checks. */
export function createIdentity(deps: ApiDeps): void {
  const { transactions, routes, keyEncryption } = deps;
  const identities = new IdentityRepository();
  const numbers = new IdentityNumbers({ transactions, identities, keyEncryption });
  const verifier = verifierOf(deps);
  registerIdentityRoutes(routes, new IdentityService({ transactions, identities, numbers, keyEncryption, verifier }));
}

function verifierOf({ settings, clock, log }: ApiDeps): IdentityVerifier | null {
  const { IDENTITY_SERVICE_URL: url, IDENTITY_SERVICE_TOKEN: token = '', IDENTITY_SERVICE_NAME: provider } = settings;
  if (url) return createHttpVerifier({ url, token, provider, clock });
  if (settings.DEMO_MODE) return createDemoVerifier(clock);
  if (settings.NODE_ENV === 'production' && !settings.ISOLATED)
    log.warn('IDENTITY_SERVICE_URL is not set: patients cannot verify their identity, which care in China requires');
  return null;
}
