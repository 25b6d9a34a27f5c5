import { basename, join } from 'node:path';
import { runnerImport, type Plugin, type Rollup } from 'vite';
import { locales, type Locale } from '../../shared/src/core/locale.ts';
import type { FirstFiles, Page } from '../src/app/boot/page-files.ts';
import { pageTextsOf } from '../src/app/texts/text-files.ts';

type Bundle = Rollup.OutputBundle;

/**
 * Writes into index.html which further files and texts each page needs, as data, which the content security policy allows. Moves the stylesheet behind
 * the shell: in the head it would hold up the first paint until it has arrived.
 */
export function firstFiles(root: string): Plugin {
  return {
    name: 'first-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle }) => ({
        html: withLateStyles(html),
        tags: [
          {
            tag: 'script',
            attrs: { type: 'application/json', id: 'first-files' },
            children: JSON.stringify(firstFilesOf(bundle ?? {}, await pagesOf(root))).replaceAll('<', '\\u003c'),
            injectTo: 'head-prepend' as const,
          },
        ],
      }),
    },
  };
}

/** Returns the steps of the patient’s way, in the order of the routes, each with the files of its pages. */
export async function journeyOf(root: string): Promise<{ name: string; files: string[] }[]> {
  const steps = new Map<string, string[]>();
  for (const { journey, components } of await pagesOf(root)) {
    if (journey) steps.set(journey, [...(steps.get(journey) ?? []), ...components.map((path) => join(root, path))]);
  }
  return [...steps].map(([name, files]) => ({ name, files }));
}

/** Returns the pages of the router. A component counts as an asset, so that importing it returns its file's path. */
export async function pagesOf(root: string): Promise<Page[]> {
  const config = { root, logLevel: 'error' as const, assetsInclude: ['**/*.vue'] };
  return (await runnerImport<{ pages: Page[] }>(join(root, 'src/app/boot/pages.ts'), config)).module.pages;
}

function withLateStyles(html: string): string {
  const [link, ...others] = html.match(/\s*<link rel="stylesheet" crossorigin[^>]*>/g) ?? [];
  if (!link || others.length > 0) throw new Error('index.html does not have exactly one stylesheet of the build');
  return html.replace(link, '').replace('</body>', `${link.trimStart()}\n  </body>`);
}

function firstFilesOf(bundle: Bundle, pages: Page[]): FirstFiles {
  const names: string[] = [];
  const filesOf = filesByModule(bundle, names);
  const areas = new Set(pages.flatMap(({ areas }) => areas));
  const textsIn = (locale: Locale) => ({
    ...Object.fromEntries([...areas].map((area) => [area, filesOf(pageTextsOf(area, locale))])),
    start: filesOf(`/src/app/texts/${locale}/start.ts`),
  });
  return {
    texts: Object.fromEntries(locales.map((locale) => [locale, textsIn(locale)])) as FirstFiles['texts'],
    pages: pages.map(({ path, areas, session, reads, components }) => ({
      path,
      areas,
      session,
      reads,
      files: [...new Set(components.flatMap(filesOf))],
    })),
    names: names.map((name) => basename(name, '.js')),
  };
}

/** Finds the files that a module needs besides those of every page, by the end of its path, as indices into `names`, which it fills. */
function filesByModule(bundle: Bundle, names: string[]) {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const entries = chunks.filter(({ isEntry }) => isEntry);
  const loaded = new Set(entries.flatMap(({ fileName }) => [...closure(bundle, fileName)]));
  return (module: string): number[] => {
    const [chunk, another] = chunks.filter(({ facadeModuleId, moduleIds }) =>
      [facadeModuleId, ...moduleIds].some((path) => path?.endsWith(module)),
    );
    if (!chunk || another)
      throw new Error(`${module} is in no file or in two, as with a top-level await in any module`);
    return [...closure(bundle, chunk.fileName)]
      .filter((file) => !loaded.has(file))
      .map((file) => (names.includes(file) ? names.indexOf(file) : names.push(file) - 1));
  };
}

/** Returns what a file imports before it runs, including itself. */
function closure(bundle: Bundle, name: string, found = new Set<string>()): Set<string> {
  const file = bundle[name];
  if (found.has(name) || file?.type !== 'chunk') return found;
  found.add(name);
  for (const imported of file.imports) closure(bundle, imported, found);
  return found;
}
