/** The part of package-lock.json that says what a package needs. */
export interface PackageLock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { optional?: boolean }>>;
}

/**
 * Returns the paths in node_modules of every package that the workspaces need while they run, as Node finds them. `isInstalled` leaves out optional
 * packages for other kinds of machine. Throws when a required one is not installed.
 */
export function runtimePackages(
  { packages }: PackageLock,
  workspaces: readonly string[],
  isInstalled: (path: string) => boolean,
): string[] {
  const found = new Set<string>();
  const open = [...workspaces];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, ...entry } = packages[path] ?? {};
    const peers = Object.keys(peerDependencies).filter((name) => !entry.peerDependenciesMeta?.[name]?.optional);
    const names = new Set([...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers]);
    for (const name of names) {
      const needed = find(packages, path, name);
      if (needed !== undefined && isInstalled(needed)) {
        if (found.has(needed)) continue;
        found.add(needed);
        open.push(needed);
      } else if (name in dependencies && !(name in optionalDependencies)) {
        throw new Error(`${path} needs ${name}, which is not installed. Run npm ci.`);
      }
    }
  }
  return [...found].sort();
}

/** Returns the nearest node_modules entry of that name above a package. */
function find(packages: PackageLock['packages'], from: string, name: string): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const path = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (path in packages) return path;
    if (folder === '') return undefined;
  }
}
