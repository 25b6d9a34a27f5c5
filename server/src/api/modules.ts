import type { ApiDeps } from './module.ts';
import { createAuthModule } from './modules/auth/index.ts';
import { createDirectoryModule } from './modules/directory/index.ts';
import { createVisitsModule } from './modules/visits/index.ts';

/** Every module of the api, in the order of who may use whom. Nothing is mounted that does not stand here. */
export function registerModules(deps: ApiDeps): { mediaNodeReady: () => Promise<boolean> } {
  const auth = createAuthModule(deps);
  const directory = createDirectoryModule(deps, auth);
  const visits = createVisitsModule(deps, directory);
  return { mediaNodeReady: () => visits.mediaNodeReady() };
}
