// Who may import whom, as ARCHITECTURE.md says it. `npm run check` reports what breaks it; test/architecture proves that each rule bites.

const { areas, serverEdges, sharedEdges, webEdges } = require('./.area-edges.cjs');

const api = '^server/src/api/';
const features = '^web/src/features/';
const shared = '^shared/src/';
const declared = areas.join('|');
const unit = '[.](test|stories)[.]ts$';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const without = (tree, names) => `${tree}(${names.join('|')})/`;

/** For each area, what it may not reach: `tree` is where areas stand. */
const edgeRules = (kind, tree, edges) =>
  Object.entries(edges).map(([area, allowed]) =>
    forbid(
      `${kind}-edges-of-${area}`,
      `${area} may use ${allowed.join(', ') || 'no other area'}`,
      { path: `${tree}${area}/` },
      { path: tree, pathNot: without(tree, ['core', area, ...allowed]) },
    ),
  );

const contractRules = Object.entries(webEdges).map(([area, { uses, contracts }]) =>
  forbid(
    `web-contracts-of-${area}`,
    `${area} reads contracts of its own, of the areas that it uses and of those that it declares`,
    { path: `${features}${area}/` },
    { path: shared, pathNot: without(shared, ['core', area, ...uses, ...contracts]) },
  ),
);

const usesOf = (edges) => Object.fromEntries(Object.entries(edges).map(([area, { uses }]) => [area, uses]));

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'a cycle has no first part to understand, whether code or types close it',
      {},
      { circular: true },
    ),
    // Icons are made during the build: web/vite.config.ts.
    forbid('resolvable', 'an import must lead to something', {}, { couldNotResolve: true, pathNot: '^~icons/' }),

    forbid(
      'shared-stands-alone',
      'shared runs in the browser and the server: nothing of ours, nothing of Node',
      { path: '^shared/src/', pathNot: unit },
      { path: '^(server|web|migrations|test|scripts)/' },
    ),
    forbid(
      'shared-without-node',
      'shared runs in the browser too',
      { path: '^shared/src/', pathNot: unit },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'server-without-web',
      'the server knows no page',
      { path: '^(server|migrations)/' },
      { path: '^(web|test)/' },
    ),
    forbid(
      'web-without-server',
      'only the contract is shared',
      { path: '^web/' },
      { path: '^(server|migrations|test)/' },
    ),

    forbid(
      'platform-without-hospital',
      'platform imports no area and neither program',
      { path: '^server/src/platform/' },
      { path: '^server/src/(?!platform/)' },
    ),
    forbid(
      'media-without-api',
      'the media node has no part of the api',
      { path: '^server/src/media/' },
      { path: '^server/src/api/' },
    ),
    forbid(
      'api-without-media',
      'the api has no part of the media node',
      { path: '^server/src/api/' },
      { path: '^server/src/media/' },
    ),
    forbid(
      'supervisor-only-starts',
      'the supervisor runs both programs as processes and holds no part of either',
      { path: '^server/src/main[.]ts$' },
      { path: '^server/src/(api|media)/' },
    ),
    forbid(
      'worker-build-stands-alone',
      'it runs before any package is installed',
      { path: '^server/src/worker-build/', pathNot: unit },
      { pathNot: '^server/src/worker-build/', dependencyTypesNot: ['core'] },
    ),

    forbid(
      'areas-through-index',
      "another area's inside is its own business; core is for all",
      { path: `${api}([^/]+)/` },
      { path: `${api}[^/]+/`, pathNot: [`${api}$1/`, `${api}core/`, `${api}[^/]+/(area[.])?index[.]ts$`] },
    ),
    forbid(
      'app-through-index',
      'whoever puts areas together does not reach into them',
      { path: '^server/src/', pathNot: `${api}[^/]+/` },
      { path: `${api}[^/]+/`, pathNot: [`${api}core/`, `${api}[^/]+/(area[.])?index[.]ts$`] },
    ),
    forbid(
      'core-without-areas',
      'core is what every area is given',
      { path: `${api}core/` },
      { path: `${api}(?!core/)` },
    ),
    ...edgeRules('server', api, usesOf(serverEdges)),
    ...edgeRules('shared', shared, sharedEdges),
    forbid(
      'shared-core-without-areas',
      'core is what every area uses',
      { path: `${shared}core/`, pathNot: unit },
      { path: `${shared}(?!core/)` },
    ),
    forbid(
      'known-areas-only',
      'a new area declares its edges in .area-edges.cjs first',
      {
        path: [`${api}[^/]+/`, features, shared],
        pathNot: `^(server/src/api|web/src/features|shared/src)/(core|${declared})/`,
      },
      {},
    ),

    forbid(
      'routes-call-services',
      'routes → service → repository → entity',
      { path: '[.]routes[.]ts$' },
      { path: '[.](repository|entity)[.]ts$' },
    ),
    forbid(
      'services-use-repositories',
      'routes → service → repository → entity',
      { path: '[.]service[.]ts$' },
      { path: '[.]routes[.]ts$' },
    ),
    forbid(
      'entities-stay-below-services',
      'a service or a policy may name the type of a row, never use the entity',
      { path: '[.](service|policy)[.]ts$' },
      { path: '[.]entity[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'repositories-use-entities',
      'routes → service → repository → entity',
      { path: '[.]repository[.]ts$' },
      { path: '[.](routes|service)[.]ts$' },
    ),
    forbid(
      'entities-are-leaves',
      'routes → service → repository → entity',
      { path: '[.]entity[.]ts$' },
      { path: '[.](routes|service|repository)[.]ts$' },
    ),
    forbid(
      'policies-are-pure',
      'a policy decides from what it is given',
      { path: '[.]policy[.]ts$' },
      {
        path: [
          '[.](routes|service|repository)[.]ts$',
          '^server/src/platform/(db|http|realtime|jobs)/',
          '(^|/)node_modules/',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'policies-without-node',
      'a policy decides from what it is given',
      { path: '[.]policy[.]ts$' },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'typeorm-in-repositories',
      'TypeORM stays in repositories, entities, migrations and the database platform',
      {
        path: '^(server|shared|migrations)/',
        pathNot: ['[.](repository|entity)[.]ts$', '^server/src/platform/db/', '^migrations/'],
      },
      { path: '(^|/)node_modules/typeorm/' },
    ),

    forbid(
      'features-through-index',
      "another feature's inside is its own business",
      { path: `${features}([^/]+)/` },
      {
        path: features,
        pathNot: [`${features}$1/`, `${features}[^/]+/index[.]ts$`, `${features}[^/]+/[a-z-]+[.]index[.]ts$`],
      },
    ),
    forbid(
      'routes-without-stores',
      'the build runs the routes to know the files of each page: a store would open channels there, and the build would not end',
      { path: '^web/src/(features|app)/.*routes[.]ts$' },
      { path: '[.]store[.]ts$' },
    ),
    ...edgeRules('web', features, usesOf(webEdges)),
    ...contractRules,
    forbid(
      'features-below-app',
      'features use core, ui and shared; the app puts features together; a test may name the texts that it reads',
      { path: features, pathNot: unit },
      { path: '^web/src/app/' },
    ),
    forbid(
      'core-below-features',
      'core knows no screen',
      { path: '^web/src/core/' },
      { path: '^web/src/(app|features|ui)/' },
    ),
    forbid(
      'rtc-without-vue',
      'core/rtc has no Vue in it',
      { path: '^web/src/core/rtc/' },
      { path: '(^|/)node_modules/(vue|vue-.*|@vue/.*|@vueuse/.*|pinia|@pinia/.*)/' },
    ),
    forbid(
      'ui-without-store-and-route',
      'the design system knows no store, no route and no server; a test or a story may name what it reads',
      { path: '^web/src/ui/', pathNot: unit },
      {
        path: [
          '^web/src/(app|features|core/(api|realtime|socket|rtc))/',
          '(^|/)node_modules/(pinia|@pinia/.*|vue-router)/',
        ],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^test/architecture/fixtures/', '/dist/', '^web/(auto-imports|components)[.]d[.]ts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'module', 'browser', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
