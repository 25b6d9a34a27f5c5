import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { open, type ZipFile } from 'yauzl';
import { parseAllDocuments } from 'yaml';

const root = join(import.meta.dirname, '../..');
export const chart = join(root, 'docker/helm/yunzhen');
/** The package that has the program is for this kind of machine only. */
export const hasHelm = process.platform === 'linux' && process.arch === 'x64';

/** A Kubernetes object, as far as the tests look at it. */
export interface Manifest {
  apiVersion: string;
  kind: string;
  metadata: { name: string; labels?: Record<string, string> };
  [member: string]: unknown;
}

/** Returns the path of Helm, unpacked once from the npm package that carries it. */
export async function helmProgram(): Promise<string> {
  const path = join(root, 'node_modules/.cache/yunzhen/helm-3.8.1');
  if (existsSync(path)) return path;
  mkdirSync(dirname(path), { recursive: true });
  const file = join(root, 'node_modules/@aws-cdk/asset-kubectl-v20/lib/layer.zip');
  const archive = await new Promise<ZipFile>((resolve, reject) =>
    open(file, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip))),
  );
  const draft = `${path}.${process.pid}`;
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName !== 'helm/helm') continue;
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(draft, { mode: 0o755 }));
  }
  archive.close();
  renameSync(draft, path);
  return path;
}

/** Renders the chart with these values. Throws with Helm’s message. */
export function rendered(helm: string, values: object): Manifest[] {
  const given = ['template', 'yz', chart, '--kube-version', '1.33.0', '--values', '-'];
  const { status, stdout, stderr } = spawnSync(helm, given, { encoding: 'utf8', input: JSON.stringify(values) });
  if (status !== 0) throw new Error(stderr.trim());
  return parseAllDocuments(stdout)
    .map((document) => document.toJS() as Manifest | null)
    .filter((document) => document !== null);
}
