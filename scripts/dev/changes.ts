import { watch } from 'node:fs';
import { join } from 'node:path';

export type Program = 'migrate' | 'api' | 'media';

/** Milliseconds within which an editor's file events belong to one save. */
const together = 100;

/** Returns the programs that run the code of a file, by its path in the checkout. */
export function programsOf(path: string): readonly Program[] {
  if (!/\.(ts|json|sql)$/.test(path) || /\.test\.ts$/.test(path)) return [];
  if (path.startsWith('server/src/media/')) return ['media'];
  if (path.startsWith('migrations/')) return ['migrate', 'api'];
  if (/^server\/src\/(api|demo)\//.test(path)) return ['api'];
  return /^(server\/src\/platform|shared\/src)\//.test(path) ? ['api', 'media'] : [];
}

/** Calls `changed` with the programs whose code has changed, once for files that are saved together. Returns a function that stops it. */
export function watchPrograms(root: string, changed: (programs: readonly Program[]) => void): () => void {
  const pending = new Set<Program>();
  let timer: NodeJS.Timeout | undefined;
  const watchers = ['server/src', 'shared/src', 'migrations'].map((folder) =>
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      for (const program of programsOf(`${folder}/${file ?? ''}`)) pending.add(program);
      if (pending.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        const programs = [...pending];
        pending.clear();
        changed(programs);
      }, together);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
