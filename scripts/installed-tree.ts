/** The part that is compared of package-lock.json and of npm's record of the installation. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
}

/**
 * Returns whether the installation matches the lock. Optional packages may be missing (they are for other kinds of machine); no installed package may
 * differ from the lock or be unknown to it.
 */
export function matchesLock(lock: Lock, installed: Lock): boolean {
  const wanted = Object.entries(lock.packages).filter(([path]) => path.includes('node_modules/'));
  const complete = wanted.every(([path, entry]) => path in installed.packages || entry.optional || entry.devOptional);
  return complete && Object.entries(installed.packages).every(([path, entry]) => isSame(entry, lock.packages[path]));
}

function isSame(installed: LockedPackage, wanted: LockedPackage | undefined): boolean {
  if (wanted === undefined) return false;
  return Boolean(installed.link) === Boolean(wanted.link) && installed.integrity === wanted.integrity;
}
