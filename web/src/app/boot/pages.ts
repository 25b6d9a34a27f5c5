import { lazyLayouts } from '../layouts/index.ts';
import { patientRoutes } from '../patient-routes.ts';
import { templateOf } from '../../core/api/page-read.ts';
import { journeySteps } from '../route-meta.ts';
import type { Page } from './page-files.ts';

/** build/preload.ts loads this file in an environment where importing a component returns its path. */
const pathOf = async (component: unknown) => (await (component as () => Promise<{ default: string }>)()).default;

const frame = await pathOf(lazyLayouts.patient);

/** The router’s pages in the format of the preload. */
export const pages: Page[] = await Promise.all(
  patientRoutes
    .filter(({ name }) => name !== 'not-found')
    .map(async ({ path, component, meta }) => ({
      path: path.replace(/:(\w+)(\([^)]*\))?/g, (_, name: string, pattern = '[^/]+') => `(?<${name}>${pattern})`),
      components: [...(meta?.layout === 'patient' ? [frame] : []), await pathOf(component)],
      areas: meta?.texts ?? [],
      session: !meta?.public,
      reads: meta?.reads?.map(templateOf),
      journey: meta?.journey,
    })),
);

/** The pages of each step of the patient’s way, in the order of the steps. */
export const journey = journeySteps.map((name) => ({ name, pages: pages.filter((page) => page.journey === name) }));
