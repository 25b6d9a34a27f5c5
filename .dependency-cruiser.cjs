// Who may import whom, as ARCHITECTURE.md says it. `npm run check` reports what breaks it; test/architecture proves that each rule bites.

/** What each module of the api may use of other modules, always through their index.ts. Nobody may use audit or metrics. */
const moduleEdges = {
  // Who tells people something is handed `notify` by modules.ts and knows only its type.
  notifications: [],
  auth: ['notifications'],
  identity: [],
  family: ['auth', 'notifications'],
  closing: ['auth', 'family', 'notifications'],
  directory: ['auth'],
  scheduling: ['auth', 'directory', 'notifications'],
  visits: ['auth', 'directory', 'scheduling', 'notifications'],
  lists: [],
  chart: ['auth', 'visits', 'chat', 'lists', 'notifications'],
  prescribing: ['auth', 'directory', 'visits', 'chart', 'lists', 'notifications'],
  documents: ['auth', 'visits', 'chart', 'prescribing', 'notifications'],
  chat: ['auth', 'visits', 'notifications'],
  intake: ['visits', 'chart', 'chat'],
  ratings: ['auth', 'visits'],
  portraits: ['auth', 'chat'],
  pharmacy: ['auth', 'prescribing', 'notifications'],
  dispensing: ['auth', 'prescribing', 'notifications'],
  fhir: ['auth', 'directory', 'scheduling', 'visits', 'chart', 'prescribing', 'pharmacy', 'notifications'],
  administration: ['auth', 'directory', 'prescribing', 'chat', 'notifications'],
  operator: ['auth', 'prescribing', 'administration'],
  worklist: [],
  metrics: ['auth', 'notifications'],
  audit: ['auth'],
};

const modules = '^server/src/api/modules/';
const unit = '[.]test[.]ts$';

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const edgeRules = Object.entries(moduleEdges).map(([name, allowed]) =>
  forbid(
    `module-edges-of-${name}`,
    `${name} may use ${allowed.join(', ') || 'no other module'}`,
    { path: `${modules}${name}/` },
    { path: modules, pathNot: `${modules}(${[name, ...allowed].join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    forbid(
      'no-cycles',
      'a cycle has no first part to understand; types may refer to each other',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    // `virtual:icons/…` is made by web/build/icon-bundle.ts during the build.
    forbid('resolvable', 'an import must lead to something', {}, { couldNotResolve: true, pathNot: '^virtual:icons/' }),

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
      'platform imports no module and neither program',
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
      'modules-through-index',
      "another module's inside is its own business",
      { path: `${modules}([^/]+)/` },
      { path: modules, pathNot: [`${modules}$1/`, `${modules}[^/]+/index[.]ts$`] },
    ),
    forbid(
      'app-through-index',
      'whoever puts modules together does not reach into them',
      { path: '^server/src/', pathNot: '^server/src/api/[^/]+/' },
      { path: modules, pathNot: `${modules}[^/]+/index[.]ts$` },
    ),
    ...edgeRules,
    forbid(
      'known-modules-only',
      'a new module declares its edges here first',
      { path: modules, pathNot: `${modules}(${Object.keys(moduleEdges).join('|')})/` },
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
      'features-below-app',
      'features use core, ui and shared; the app puts features together',
      // A test may name the texts that it reads.
      { path: '^web/src/features/', pathNot: unit },
      { path: '^web/src/app/', pathNot: '^web/src/app/(texts|i18n)/' },
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
      { path: '(^|/)node_modules/(vue|vue-.*|@vue/.*|@vueuse/.*|pinia|@pinia/.*|@nuxt/.*)/' },
    ),
    forbid(
      'ui-without-store-and-route',
      'the design system knows no store, no route and no server; its texts come from i18n',
      // A test may name the texts that it reads.
      { path: '^web/src/ui/', pathNot: unit },
      {
        path: ['^web/src/(app/|core/(api|realtime|socket|rtc)/)', '(^|/)node_modules/(pinia|@pinia/.*|vue-router)/'],
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
