import type { ApiDeps } from './module.ts';

/** Every module of the api, in the order of who may use whom. Nothing is mounted that does not stand here. */
export function registerModules(_deps: ApiDeps): { mediaNodeReady: () => Promise<boolean> } {
  return { mediaNodeReady: async () => false };
}
