import { lazyLayouts } from '../layouts/index.ts';
import { patientRoutes } from '../patient-routes.ts';
import { templateOf } from '../../core/api/page-read.ts';
import { pageReads } from './page-reads.ts';
import type { Page } from './page-files.ts';

/** build/preload.ts loads this file in an environment where importing a component returns its path. */
const pathOf = async (component: unknown) => (await (component as () => Promise<{ default: string }>)()).default;

const frame = await pathOf(lazyLayouts.patient);

/** The router’s pages in the format of the preload. */
export const pages: Page[] = await Promise.all(
  patientRoutes
    .filter(({ name }) => name !== 'not-found')
    .map(async ({ name, path, component, meta }) => ({
      path: path.replace(
        /:(\w+)(\([^)]*\))?/g,
        (_, parameter: string, pattern = '[^/]+') => `(?<${parameter}>${pattern})`,
      ),
      components: [...(meta?.layout === 'patient' ? [frame] : []), await pathOf(component)],
      areas: meta?.texts ?? [],
      session: !meta?.public,
      reads: pageReads[String(name)]?.map(templateOf),
      journey: meta?.journey,
    })),
);

for (const name of Object.keys(pageReads))
  if (!patientRoutes.some((route) => route.name === name)) throw new Error(`there is no page ${name} that reads`);
