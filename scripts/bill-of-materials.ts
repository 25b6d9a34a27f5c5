import type { Component } from './licences.ts';

/** The part of package-lock.json that is read. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** The part of a CycloneDX document that is read. */
export interface Bill {
  readonly components: readonly (Component & { readonly 'bom-ref': string })[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** Returns the locked packages that the programs use, with their names: all but those of development alone. */
export function usedPackages({ packages }: Lock): (LockedPackage & { readonly name: string })[] {
  return Object.entries(packages).flatMap(([path, locked]) => {
    if (!path.includes('node_modules/') || locked.dev || locked.link) return [];
    return [{ ...locked, name: locked.name ?? path.replace(/^.*node_modules\//, '') }];
  });
}

/**
 * Returns the bill with what the programs use, and our workspaces. `npm sbom --omit dev` leaves out every package that is anywhere a package for
 * development too, such as Vue and Fastify.
 */
export function billOfPrograms<Full extends Bill>(bill: Full, lock: Lock): Full {
  const workspaces = Object.entries(lock.packages).filter(([path]) => path !== '' && !path.includes('node_modules/'));
  const named = [...usedPackages(lock), ...workspaces.map(([path, locked]) => ({ name: path, ...locked }))];
  const used = new Set(named.map(({ name, version }) => `${name}@${version}`));
  const root = bill.dependencies.find(({ ref }) => !bill.components.some((one) => one['bom-ref'] === ref))?.ref;
  return {
    ...bill,
    components: bill.components.filter((one) => used.has(one['bom-ref'])),
    dependencies: bill.dependencies
      .filter(({ ref }) => ref === root || used.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((other) => used.has(other)) })),
  };
}
