import { lazyLayouts } from '../layouts/index.ts';
import { patientRoutes } from '../patient-routes.ts';
import type { Page } from './page-files.ts';

/** build/preload.ts loads this file where importing a component gives its path. */
const pathOf = async (component: unknown) => (await (component as () => Promise<{ default: string }>)()).default;

const frame = await pathOf(lazyLayouts.patient);

/** The pages of the router as the preload needs them. */
export const pages: Page[] = await Promise.all(
  patientRoutes
    .filter(({ name }) => name !== 'not-found')
    .map(async ({ path, component, meta }) => ({
      path: path.replace(/:\w+/g, '[^/]+'),
      components: [...(meta?.layout === 'patient' ? [frame] : []), await pathOf(component)],
      areas: meta?.texts ?? [],
      session: !meta?.public,
    })),
);
