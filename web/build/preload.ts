import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Plugin, Rollup } from 'vite';
import { locales } from '../../shared/src/core/locale.ts';
import { fileOfArea } from '../src/app/texts/text-files.ts';

/** Pages that people open by their address on a phone. */
const routeFiles = [
  'src/features/accounts/routes.ts',
  'src/features/scheduling/booking/routes.ts',
  'src/features/visits/routes.ts',
  'src/features/chart/own-record/routes.ts',
  'src/features/prescribing/patient/routes.ts',
  'src/features/dispensing/receipts/routes.ts',
  'src/features/records/routes.ts',
  'src/features/accounts/family/routes.ts',
  'src/features/calls/guests/routes.ts',
  'src/features/accounts/identity/routes.ts',
  'src/features/notifications/routes.ts',
  'src/features/signing/verification/routes.ts',
];
/** A route up to the next. */
const routes = /path: '([^']+)',((?:(?!path: ')[^])*)/g;
const textsIn = /texts: \[([^\]]*)\]/;

type Bundle = Rollup.OutputBundle;

/**
 * Writes into index.html which files and texts each page needs besides the first, and whether it is of somebody who is signed in, so that
 * `public/boot.js` asks for them and for the session at once, and for the files of the next page when somebody goes there; a page
 * would otherwise wait for its program to learn what to ask for. It is data, which the content security policy lets pass.
 */
export function firstFiles(root: string): Plugin {
  return {
    name: 'first-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => [
        {
          tag: 'script',
          attrs: { type: 'application/json', id: 'first-files' },
          children: JSON.stringify(firstFilesOf(root, bundle ?? {})),
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}

function firstFilesOf(root: string, bundle: Bundle) {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const loaded = new Set(
    chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName }) => [...closure(bundle, fileName)]),
  );
  const names: string[] = [];
  /** The files of the module with this ending, as places in `names`. */
  const filesOf = (ending: string) => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(ending));
    if (!chunk) throw new Error(`the pages have no ${ending}`);
    return [...closure(bundle, chunk.fileName)]
      .filter((file) => !loaded.has(file))
      .map((file) => (names.includes(file) ? names.indexOf(file) : names.push(file) - 1));
  };
  const frame = filesOf('/layouts/patient.layout.vue');
  const pages = routeFiles.flatMap((file) => {
    const code = readFileSync(join(root, file), 'utf8');
    return [...code.matchAll(routes)].flatMap(([, path = '', rest = '']) => {
      const view = /import\('(\.[\w./-]+\.view\.vue)'\)/.exec(rest)?.[1];
      if (!view) return [];
      const meta = rest.includes('...patient') ? rest + code.slice(0, code.indexOf("path: '")) : rest;
      const isFramed = meta.includes("layout: 'patient'");
      const areas = [...(textsIn.exec(meta)?.[1] ?? '').matchAll(/\w+/g)].map(([area]) => area);
      return [
        {
          path: path.replace(/:\w+/g, '[^/]+'),
          files: [...new Set([...(isFramed ? frame : []), ...filesOf(`/${join(dirname(file), view)}`)])],
          areas,
          session: isFramed || meta.includes("roles: ['patient']"),
        },
      ];
    });
  });
  const areas = new Set(pages.flatMap((page) => page.areas));
  const ofLocale = (locale: string) => ({
    start: filesOf(`/app/texts/${locale}/start.ts`),
    ...Object.fromEntries([...areas].map((area) => [area, filesOf(`/${fileOfArea(area, locale) ?? ''}`)])),
  });
  const texts = Object.fromEntries(locales.map((locale) => [locale, ofLocale(locale)]));
  return { names: names.map((name) => basename(name, '.js')), texts, pages };
}

/** What a file imports before it runs, itself included. */
function closure(bundle: Bundle, name: string, found = new Set<string>()): Set<string> {
  const file = bundle[name];
  if (found.has(name) || file?.type !== 'chunk') return found;
  found.add(name);
  for (const imported of file.imports) closure(bundle, imported, found);
  return found;
}
