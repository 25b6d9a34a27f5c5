import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Returns the reference’s page as one HTML document, bundled for modern browsers. */
export async function barePage(): Promise<string> {
  const script = await bundle(fileURLToPath(new URL('./page.ts', import.meta.url)));
  return `<!doctype html><meta charset="utf-8"><title>Bare mediasoup</title>
<button id="join">Join</button><video id="remote" autoplay playsinline muted></video><audio id="sound" autoplay></audio>
<script type="module">${script.replaceAll('</script', '<\\/script')}</script>`;
}

/** Returns a module with all its imports as one script. */
export async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`bundling ${entry} produced no script`);
  return file.text;
}
