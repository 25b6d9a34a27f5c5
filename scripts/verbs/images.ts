import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repinned } from '../pinned-images.ts';
import { root } from '../paths.ts';
import { report } from '../report.ts';

const files = ['docker-compose.yml', 'docker/Dockerfile', 'docker/helm/yunzhen/values.yaml'];

/** `npm run images`: queries the registries with docker for the digest of each tag, and pins it. */
export async function images(): Promise<number> {
  for (const file of files) {
    const path = join(root, file);
    const before = readFileSync(path, 'utf8');
    const { text, changed } = repinned(before, digestOf);
    if (text !== before) writeFileSync(path, text);
    for (const image of changed) report(`${file}: ${image}`);
  }
  report('images are pinned: build, start and test them before you commit');
  return 0;
}

/** Returns the digest of the multi-platform index. */
function digestOf(image: string): string {
  const { status, stdout, stderr, error } = spawnSync(
    'docker',
    ['buildx', 'imagetools', 'inspect', '--format', '{{.Manifest.Digest}}', image],
    { encoding: 'utf8' },
  );
  if (error) throw new Error(`The digest of ${image} needs docker: ${error.message}`);
  const digest = stdout.trim();
  if (status !== 0 || !/^sha256:[0-9a-f]{64}$/.test(digest))
    throw new Error(`docker returned no digest of ${image}: ${stderr.trim()}`);
  return digest;
}
