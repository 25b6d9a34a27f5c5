import { report } from '../report.ts';

/** `npm run docs`: writes the generated references; with `--check` it only names stale ones. */
export async function docs(rest: readonly string[]): Promise<number> {
  // Imported here, because packages may be installed only now.
  const { staleDocuments, writeDocuments } = await import('../documents/documents.ts');
  const check = rest.includes('--check');
  const paths = check ? await staleDocuments() : await writeDocuments();
  for (const path of paths) report(`${path} ${check ? 'is stale: run npm run docs' : 'written'}`);
  if (paths.length === 0) report('generated documents are up to date');
  return check && paths.length > 0 ? 1 : 0;
}
