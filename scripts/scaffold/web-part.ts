import { locales, type Locale } from '../../shared/src/core/locale.ts';
import { globSync } from 'node:fs';
import { posix } from 'node:path';
import type { Draft } from './draft.ts';
import type { Name } from './names.ts';

const features = 'web/src/features';
const staffRoutes = 'web/src/app/staff-routes.ts';
/** Texts that every page loads first: a text for a single page is never added there. */
const startTexts = ['account', 'care', 'common'];

/** Adds view and query of a page in `folder`; `contract` is imported by its package name. */
export function addView(draft: Draft, folder: string, name: Name, contract: string, textKey: string): void {
  const up = posix.relative(folder, 'web/src');
  draft.create(
    `${folder}/queries.ts`,
    `import { useQuery } from '@pinia/colada';
import { read${name.pascal} } from '${contract}';
import { api } from '${up}/core/api/index.ts';

export function use${name.pascal}() {
  return useQuery({ key: ['${name.kebab}'], query: ({ signal }) => api.call(read${name.pascal}, { signal }) });
}
`,
  );
  draft.create(
    `${folder}/${name.kebab}.view.vue`,
    `<script setup lang="ts">
import { useFormats, useText } from '${up}/core/i18n/index.ts';
import { PageHeader, RefusalAlert } from '${up}/ui/index.ts';
import { use${name.pascal} } from './queries.ts';

/** ${name.title}. */
const { t } = useText();
const formats = useFormats();
const { data, error } = use${name.pascal}();
</script>

<template>
  <div class="space-y-5">
    <PageHeader :title="t('${textKey}.title')" />
    <RefusalAlert :error="error" />
    <p v-if="data">{{ t('${textKey}.asOf', { time: formats.dateTime(data.at) }) }}</p>
  </div>
</template>
`,
  );
}

/** Adds the page to the area's list of staff routes; creates and registers that list if missing. */
export function addPageRoute(
  draft: Draft,
  root: string,
  area: string,
  name: Name,
  view: string,
  textKey: string,
): void {
  const file = routesFile(draft, root, area);
  const path = posix.relative(posix.dirname(file), view);
  const route = `  {
    path: '/${name.kebab}',
    name: '${name.kebab}',
    component: () => import('${path.startsWith('.') ? path : `./${path}`}'),
    meta: { layout: 'staff', roles: ['administrator'], title: '${textKey}.title' },
  },
`;
  if (draft.has(file)) {
    draft.insertBefore(file, /^\];/m, route);
    return;
  }
  const list = `${area.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase())}Routes`;
  draft.create(
    file,
    `import type { RouteRecordRaw } from 'vue-router';\n\nexport const ${list}: RouteRecordRaw[] = [\n${route}];\n`,
  );
  draft.addImport(staffRoutes, `import { ${list} } from '../features/${area}/routes.ts';`);
  draft.insertBefore(staffRoutes, /^\];/m, `  ...${list},\n`);
}

/** Returns the area's list of staff pages; the outermost if there are several. */
function routesFile(draft: Draft, root: string, area: string): string {
  const listed = draft.read(staffRoutes);
  const files = globSync(`${features}/${area}/**/*routes.ts`, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => listed.includes(`'../${file.slice('web/src/'.length)}'`))
    .sort((one, other) => one.split('/').length - other.split('/').length || one.localeCompare(other));
  return files[0] ?? `${features}/${area}/routes.ts`;
}

/** Adds the texts of a page to a list of the area and returns their key; a new area gets its own list. */
export function addTexts(draft: Draft, area: string, areaKey: string, name: Name): string {
  const known = textsOf(draft, area);
  if (!known) {
    for (const language of locales) {
      draft.create(
        `${features}/${area}/texts.${language}.ts`,
        `export default {\n${textLines(language, name.title)}};\n`,
      );
      const index = `web/src/app/texts/${language}/index.ts`;
      draft.addImport(index, `import ${areaKey} from '../../../features/${area}/texts.${language}.ts';`);
      draft.insertBefore(index, /^\};/m, `  ${areaKey},\n`);
    }
    return areaKey;
  }
  for (const language of locales) {
    const file = known.file.replace(/\.en\.ts$/, `.${language}.ts`);
    draft.insertBefore(file, /^\}/m, `  ${name.camel}: {\n${textLines(language, name.title)}  },\n`);
  }
  return `${known.key}.${name.camel}`;
}

function textsOf(draft: Draft, area: string): { key: string; file: string } | undefined {
  const index = draft.read('web/src/app/texts/en/index.ts');
  const lists = [...index.matchAll(/^import (\w+) from '\.\.\/\.\.\/\.\.\/(features\/([\w-]+)\/[^']+)';$/gm)]
    .filter(([, key = '', , owner]) => owner === area && new RegExp(`^  ${key},$`, 'm').test(index))
    .map(([, key = '', file = '']) => ({ key, file: `web/src/${file}` }));
  return lists.find(({ key }) => !startTexts.includes(key)) ?? lists[0];
}

function textLines(language: Locale, title: string): string {
  return language === 'zh-CN'
    ? `title: '新页面（${title}）',\nasOf: '截至 {time}',\n`
    : `title: '${title}',\nasOf: 'As of {time}',\n`;
}

/** Adds the page to the sweep of the browser tests: accessibility, both languages, both widths. */
export function addToSweep(draft: Draft, name: Name): void {
  draft.insertBefore('test/e2e/pages.e2e.ts', /(?<=^ {2}Administrator: \[\n)/m, `    '/${name.kebab}',\n`);
}
