import { posix } from 'node:path';
import type { Draft } from './draft.ts';
import { nameOf, type Name } from './names.ts';

/** A placeholder permission of one role; the author of a route chooses another. */
const permission = 'settings.manage';

/** Adds contract and schemas of a route that returns the time; `path` is the contract's file. */
export function addContract(draft: Draft, path: string, name: Name): void {
  const isShared = path.startsWith('shared/');
  const core = isShared ? '../core' : '@yunzhen/shared/core';
  const extension = isShared ? '.ts' : '';
  const schemas = `${name.camel}Schemas`;
  draft.create(
    path,
    `import { routesOf } from '${core}/route${extension}';
import type { ${schemas} } from './${name.kebab}.schemas.ts';

const defineRoute = routesOf<typeof ${schemas}>();

export const read${name.pascal} = defineRoute('read${name.pascal}', 'GET /api/${name.kebab}', '${permission}');
`,
  );
  draft.create(
    path.replace('.contract.ts', '.schemas.ts'),
    `import { z } from 'zod';
import { instant } from '${core}/common${extension}';
import type { RouteSchemas } from '${core}/route${extension}';

export const ${schemas} = {
  read${name.pascal}: {
    summary: '${name.title}',
    response: z.strictObject({ at: instant }),
  },
} satisfies RouteSchemas;
`,
  );
}

/** Adds service and route in `folder`. */
export function addService(draft: Draft, folder: string, name: Name, contract: string): void {
  const up = posix.relative(folder, 'server/src');
  draft.create(
    `${folder}/${name.kebab}.service.ts`,
    `import type { ResponseOf } from '@yunzhen/shared/core/route';
import type { ActorContext } from '${up}/platform/context.ts';
import type { Transactions } from '${up}/platform/db/transaction.ts';
import { Service } from '${up}/platform/service.ts';
import type { read${name.pascal} } from '${contract}';

/** ${name.title}. */
export class ${name.pascal}Service extends Service<{ transactions: Transactions }> {
  read(context: ActorContext): Promise<ResponseOf<typeof read${name.pascal}>> {
    return this.deps.transactions.run(context, async (tx) => ({ at: tx.now.toISOString() }));
  }
}
`,
  );
  const isOwn = contract.startsWith('./');
  const schemas = `${name.camel}Schemas`;
  draft.create(
    `${folder}/${name.kebab}.routes.ts`,
    `import type { ApiDeps } from '${up}/api/core/area-deps.ts';
import { ${name.pascal}Service } from './${name.kebab}.service.ts';
import { read${name.pascal} } from '${contract}';
${isOwn ? `import { ${schemas} } from './${name.kebab}.schemas.ts';\n` : ''}
export function register${name.pascal}({ routes, transactions }: ApiDeps): void {
  const service = new ${name.pascal}Service({ transactions });
${isOwn ? `  routes.include(Object.entries(${schemas}));\n` : ''}  routes.route(read${name.pascal}, (context) => service.read(context));
}
`,
  );
}

/** The first line inside the function that creates an area. */
const startOfArea = /(?<=^export function create\w+Area\(deps: \w+\)[^{]*\{\n)/m;

/** Calls the registration where the area is created. A new area gets an index that exports it, and is created where the api is assembled. */
export function mountRoutes(draft: Draft, area: string, name: Name, folder: string): void {
  const index = `server/src/api/${area}/index.ts`;
  const register = `register${name.pascal}`;
  if (draft.has(index)) {
    const file = fileOfArea(draft, index);
    draft.addImport(file, `import { ${register} } from '${fromTo(file, `${folder}/${name.kebab}.routes.ts`)}';`);
    draft.insertBefore(file, startOfArea, `  ${register}(deps);\n`);
    return;
  }
  draft.create(index, newArea(nameOf(area), name, fromTo(index, `${folder}/${name.kebab}.routes.ts`)));
  const create = `create${nameOf(area).pascal}Area`;
  draft.addImport('server/src/api/areas.ts', `import { ${create} } from './${area}/index.ts';`);
  draft.insertBefore('server/src/api/areas.ts', /^ {2}return \{/m, `  ${create}(deps);\n`);
}

const newArea = (area: Name, name: Name, routes: string) => `import type { ApiDeps } from '../core/area-deps.ts';
import { register${name.pascal} } from '${routes}';

/** ${area.title}. */
export function create${area.pascal}Area(deps: ApiDeps): void {
  register${name.pascal}(deps);
}
`;

/** Returns the file that has the function that creates the area: its index, or one that `index.ts` or `area.index.ts` exports. */
function fileOfArea(draft: Draft, index: string): string {
  const folder = posix.dirname(index);
  for (const file of [index, posix.join(folder, 'area.index.ts')].filter((each) => draft.has(each))) {
    const [, path] = /^export \{[^}]*\bcreate\w+Area\b[^}]*\} from '(\.[^']+)';/m.exec(draft.read(file)) ?? [];
    if (path) return posix.join(folder, path);
  }
  return index;
}

function fromTo(file: string, target: string): string {
  const path = posix.relative(posix.dirname(file), target);
  return path.startsWith('.') ? path : `./${path}`;
}

export function addIntegrationTest(draft: Draft, area: string, name: Name, contract: string): void {
  const folder = `test/integration/${area}`;
  draft.create(
    `${folder}/${name.kebab}.test.ts`,
    `import { afterAll, beforeAll, expect, it } from 'vitest';
import { read${name.pascal} } from '${posix.relative(folder, contract)}';
import { Factory } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;

beforeAll(async () => {
  test = await startTestApi();
});
afterAll(() => test.close());

it('lets an administrator read ${name.kebab} and rejects a doctor', async () => {
  const factory = new Factory(test);
  const hospital = await factory.hospital();
  const administrator = await factory.staff(hospital, 'administrator');
  expect(await administrator.client.ok(read${name.pascal})).toEqual({ at: expect.any(String) });
  const doctor = await factory.doctor(hospital);
  expect((await doctor.client.call(read${name.pascal})).problem.code).toBe('auth.forbidden');
});
`,
  );
}
