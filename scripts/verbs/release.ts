import { makeRelease } from '../release.ts';
import { root } from '../paths.ts';
import { report } from '../report.ts';

/** `npm run release -- X.Y.Z`: sets the version, dates the changelog, commits and tags. Pushes nothing. */
export async function release([version = '']: readonly string[]): Promise<number> {
  if (!version) throw new Error('usage: npm run release -- X.Y.Z');
  makeRelease(root, version, new Date().toISOString().slice(0, 10));
  report(`v${version} is committed and tagged; publish it with: git push --follow-tags`);
  return 0;
}
