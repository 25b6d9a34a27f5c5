import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditActions } from '@yunzhen/shared/core/audit';
import { permissionTable } from '@yunzhen/shared/core/permission';
import { errorCodes } from '@yunzhen/shared/core/errors';
import { accountRoutes } from '../features/accounts/routes.ts';
import { ownRecordRoutes } from '../features/chart/own-record/routes.ts';
import { ownReceiptRoutes } from '../features/dispensing/receipts/routes.ts';
import { billRoutes } from '../features/documents/bills/routes.ts';
import { ownPrescriptionRoutes } from '../features/prescribing/patient/routes.ts';
import { recordRoutes } from '../features/records/routes.ts';
import { careRoutes } from '../features/visits/routes.ts';
import type { TextArea } from '../core/i18n/index.ts';
import { startAreas } from './texts/texts.ts';
import en from './texts/en/index.ts';

const source = join(import.meta.dirname, '..');
const areas = Object.keys(en);
const named = new RegExp(`['"\`](${areas.join('|')})\\.([\\w.$-]+)`, 'g');
const noTexts = new Set<string>([...errorCodes, ...auditActions, ...Object.keys(permissionTable)]);
const frames = { patient: 'patient', public: 'public', bare: 'bare', call: 'call', staff: 'staff' } as const;

/** Collects every text area that a file and its imports use, with one file that uses it. */
function areasOf(file: string, found = new Map<string, string>(), seen = new Set<string>()): Map<string, string> {
  if (seen.has(file) || !existsSync(file) || /\/(core\/i18n|app\/texts)\//.test(file)) return found;
  seen.add(file);
  const code = readFileSync(file, 'utf8');
  const own = [...code.matchAll(/needTexts\(\['(\w+)'\]\)/g)].map(([, area = '']) => area);
  if (own.length > 0) {
    // A component that fetches its own texts does not need them from the page.
    const brought = importsOf(code, file).reduce((all, next) => areasOf(next, all, seen), new Map<string, string>());
    for (const [area, by] of brought) if (!own.includes(area)) found.set(area, by);
    return found;
  }
  for (const [, area = '', rest = ''] of code.matchAll(named)) {
    const [first = ''] = rest.split(/[.$]/);
    if (noTexts.has(`${area}.${rest}`) || !(first in en[area as TextArea])) continue;
    found.set(area, file.slice(source.length));
  }
  for (const specifier of importsOf(code, file)) areasOf(specifier, found, seen);
  return found;
}

/** Returns the imports of a file. Of a folder’s index.ts only the imported names count, as in the bundle. */
function importsOf(code: string, file: string): string[] {
  return [...code.matchAll(/import\s+(?:type\s+)?([\w{},\s*]*?)\s*from\s*'(\.[^']+)'|import\('(\.[^']+)'\)/g)].flatMap(
    ([whole, names = '', fixed, lazy]) => {
      // A prefetched view is another page, which declares its own areas.
      if (/^import\s+type/.test(whole) || lazy?.endsWith('.view.vue')) return [];
      const target = join(dirname(file), fixed ?? lazy ?? '');
      if (!target.endsWith('/index.ts') || !existsSync(target)) return [target];
      const barrel = readFileSync(target, 'utf8');
      const wanted = names.match(/\w+/g) ?? [];
      return [...barrel.matchAll(/export\s*\{([^}]*)\}\s*from\s*'([^']+)'/g)]
        .filter(([, offered = '']) => wanted.some((name) => new RegExp(`\\b${name}\\b`).test(offered)))
        .map(([, , from = '']) => join(dirname(target), from));
    },
  );
}

const stated = [
  ...careRoutes.map((route) => ['features/visits/routes.ts', route] as const),
  ...accountRoutes.map((route) => ['features/accounts/routes.ts', route] as const),
  ...ownRecordRoutes.map((route) => ['features/chart/own-record/routes.ts', route] as const),
  ...ownPrescriptionRoutes.map((route) => ['features/prescribing/patient/routes.ts', route] as const),
  ...ownReceiptRoutes.map((route) => ['features/dispensing/receipts/routes.ts', route] as const),
  ...billRoutes.map((route) => ['features/documents/bills/routes.ts', route] as const),
  ...recordRoutes.map((route) => ['features/records/routes.ts', route] as const),
].filter(([, route]) => route.meta?.texts !== undefined);

describe('A page that declares its text areas', () => {
  it.each(stated.map(([routes, route]) => [String(route.name), routes, route] as const))(
    '%s names all of them',
    (name, routes, route) => {
      const folder = join(source, dirname(routes));
      const view = new RegExp(`name: '${name}',\\s*component: \\(\\) => import\\('(.+?)'\\)`).exec(
        readFileSync(join(source, routes), 'utf8'),
      )?.[1];
      if (!view) throw new Error('no view found for the route');
      const file = join(folder, view);
      const layout = join(source, 'app/layouts', `${frames[route.meta?.layout ?? 'public']}.layout.vue`);
      const used = areasOf(layout, areasOf(file));
      const brought = new Set<string>([...startAreas, ...(route.meta?.texts ?? [])]);
      const missing = [...used].filter(([area]) => !brought.has(area)).map(([area, file]) => `${area} (${file})`);
      expect(missing).toEqual([]);
    },
  );
});
