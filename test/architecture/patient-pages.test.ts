import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../web/build/preload.ts';
import { root } from './cruise.ts';
import { loadedWith } from './module-graph.ts';

/** Forms whose fields a schema checks. */
const forms = [
  'accounts/agreements/agreements.view.vue',
  'accounts/family/components/add-child.vue',
  'accounts/family/components/invite-adult.vue',
  'accounts/identity/components/identity-form.vue',
  'accounts/security/change-password.vue',
  'accounts/sign-in/code-form.vue',
  'accounts/sign-in/reset-password.view.vue',
  'accounts/sign-in/sign-up.view.vue',
  'signing/verification/scanned-code.ts',
].map((file) => `web/src/features/${file}`);

/** Other pages, and what only staff and developers load. */
const isElsewhere = (file: string) => /\.view\.vue$|\/(staff-routes|staff\.layout|route-schemas|step-up)\./.test(file);
const frame = ['web/src/main.ts', 'web/src/app/layouts/patient.layout.vue'];
const pages = (await pagesOf(join(root, 'web'))).map(({ journey, components }) => ({
  journey,
  files: components.map((component) => `web${component}`),
}));

/** Returns the files of the web that import a schema, or zod itself. */
function usersOfSchemas(loaded: ReturnType<typeof loadedWith>): string[] {
  const inShared = [...(loaded.get('zod') ?? [])].filter((file) => file.startsWith('shared/'));
  const schemas = new Set(['zod', ...inShared, ...[...loaded.keys()].filter((file) => /\.schemas\.ts$/.test(file))]);
  const users = [...schemas].flatMap((schema) => [...(loaded.get(schema) ?? [])]);
  return [...new Set(users)].filter((file) => file.startsWith('web/')).sort();
}

describe('pages of patients', () => {
  it('on the way to the call load no schema', () => {
    const way = pages.filter(({ journey }) => journey).flatMap(({ files }) => files);
    const loaded = loadedWith([...frame, ...way]);
    expect(loaded.size).toBeGreaterThan(500);
    expect(usersOfSchemas(loaded)).toEqual([]);
    const withForm = loadedWith(['web/src/features/accounts/sign-in/sign-up.view.vue']);
    expect(usersOfSchemas(withForm)).not.toEqual([]);
  });

  it('load schemas for the forms named here alone', () => {
    const all = [...frame, ...pages.flatMap(({ files }) => files)];
    expect(usersOfSchemas(loadedWith(all, { lazy: (file) => !isElsewhere(file) }))).toEqual(forms);
  });
});
