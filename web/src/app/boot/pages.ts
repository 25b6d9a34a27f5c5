import { lazyLayouts } from '../layouts/index.ts';
import { patientRoutes } from '../patient-routes.ts';
import type { Page } from './page-files.ts';

/** build/preload.ts loads this file in an environment where importing a component returns its path. */
const pathOf = async (component: unknown) => (await (component as () => Promise<{ default: string }>)()).default;

const frame = await pathOf(lazyLayouts.patient);

/** The router’s pages in the format of the preload. */
export const pages: Page[] = await Promise.all(
  patientRoutes
    .filter(({ name }) => name !== 'not-found')
    .map(async ({ path, component, meta }) => ({
      path: path.replace(/:\w+/g, '[^/]+'),
      components: [...(meta?.layout === 'patient' ? [frame] : []), await pathOf(component)],
      areas: meta?.texts ?? [],
      session: !meta?.public,
      journey: meta?.journey,
    })),
);
