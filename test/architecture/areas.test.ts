import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { edges, usesOf } from './area-edges.ts';
import { root } from './cruise.ts';

const { areas } = edges;

/** The source trees, each with its folders that are no areas. */
const trees: Readonly<Record<string, readonly string[]>> = {
  'shared/src': ['core'],
  'server/src/api': ['core'],
  'web/src/features': [],
  'test/integration': ['bench', 'demo', 'platform'],
};

/** End-to-end tests that cover several areas. */
const wholeHouse = [
  'browsers-firefox',
  'installed-app',
  'jumps',
  'lost-answers',
  'pages',
  'patient-states',
  'staff-lists',
  'staff-states',
  'start-failure',
  'story',
  'third-language',
  'workbench',
];

/** Returns folders that contain a file at any depth. */
const foldersIn = (tree: string) => [
  ...new Set(globSync(`${tree}/*/**/*.*`, { cwd: root }).map((file) => posix.relative(tree, file).split('/')[0] ?? '')),
];
const storyNames = globSync('test/e2e/*.e2e.ts', { cwd: root }).map((file) => posix.basename(file, '.e2e.ts'));
const areaOfStory = (story: string) => areas.find((area) => story === area || story.startsWith(`${area}-`));

describe('areas', () => {
  it.each(Object.entries(trees))('own every folder of %s', (tree, besides) => {
    expect(foldersIn(tree).filter((name) => !areas.includes(name) && !besides.includes(name))).toEqual([]);
  });

  // Three suffice: documents, records and signing have no story of their name, because those of other areas open their pages.
  it('each have a folder or end-to-end test in at least three trees', () => {
    const treesOf = (area: string) => [
      ...Object.keys(trees).filter((tree) => foldersIn(tree).includes(area)),
      ...(storyNames.some((story) => areaOfStory(story) === area) ? ['test/e2e'] : []),
    ];
    expect(areas.filter((area) => treesOf(area).length < 3)).toEqual([]);
  });

  it('each have a page of documentation', () => {
    const pages = globSync('docs/areas/*.md', { cwd: root }).map((file) => posix.basename(file, '.md'));
    expect(pages.sort()).toEqual(areas);
  });

  it('name every end-to-end test', () => {
    expect(storyNames.filter((story) => !areaOfStory(story) && !wholeHouse.includes(story))).toEqual([]);
    expect(wholeHouse.filter((story) => !storyNames.includes(story))).toEqual([]);
  });

  it('are the same in every declaration, and have no cycles', () => {
    for (const declared of [usesOf(edges.serverEdges), edges.sharedEdges, usesOf(edges.webEdges)]) {
      expect(Object.keys(declared).sort()).toEqual(areas);
      expect(circleIn(declared)).toBeNull();
    }
    expect(circleIn({ visits: ['chart'], chart: ['visits'] })).not.toBeNull();
  });
});

/** Returns the hooks that get a handler in this text, also those taken out of `hooks` first. */
function handledHooks(text: string): string[] {
  const direct = [...text.matchAll(/\bhooks\s*\??\.\s*(on[A-Z]\w*)\(/g)].map(([, hook = '']) => hook);
  const takenOut = [
    ...text.matchAll(/\{([^{}]*)\}\s*=\s*[\w.]*\bhooks\b/g),
    ...text.matchAll(/\bhooks:\s*\{([^{}]*)\}/g),
  ].flatMap(([, names = '']) => [...names.matchAll(/\bon[A-Z]\w*(?:\s*:\s*(\w+))?/g)].map(([name, as]) => as ?? name));
  return [...direct, ...takenOut.filter((name) => new RegExp(`(?<![.\\w])${name}\\(`).test(text))];
}

describe('hooks', () => {
  it('get their handlers in wiring.ts, except the two registrations of signed records', () => {
    const samples = [
      'chart.hooks.onNoteSigned(keep)',
      'const { onNoteSigned } = chart.hooks;\nonNoteSigned(keep);',
      'const { hooks: { onNoteSigned: add } } = chart;\nadd(keep);',
      'const { onNoteSigned } = this.deps.hooks;\nawait onNoteSigned.run(tx, note);',
    ];
    expect(samples.map((sample) => handledHooks(sample).length)).toEqual([1, 1, 1, 0]);
    const files = globSync('server/src/api/**/*.ts', { cwd: root }).filter(
      (file) => file !== 'server/src/api/wiring.ts' && !file.endsWith('.test.ts'),
    );
    const registrations = files.flatMap((file) =>
      handledHooks(readFileSync(join(root, file), 'utf8')).map((hook) => `${file}: ${hook}`),
    );
    expect(registrations.sort()).toEqual([
      'server/src/api/documents/index.ts: onSealing',
      'server/src/api/documents/index.ts: onVerification',
      'server/src/api/prescribing/index.ts: onSealing',
      'server/src/api/prescribing/index.ts: onVerification',
    ]);
  });
});

describe('shared', () => {
  it('contains only what both server and web use', () => {
    const sides = sidesOfShared();
    expect(sides.size).toBeGreaterThan(100);
    const oneSided = [...sides].filter(([, users]) => users.size === 1).map(([file, [side]]) => `${file}: ${side}`);
    expect(oneSided).toEqual([]);
  });
});

/** Returns a cycle of areas, or null. */
function circleIn(declared: Readonly<Record<string, readonly string[]>>): readonly string[] | null {
  const done = new Set<string>();
  const walk = (area: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(area)) return [...way, area];
    if (done.has(area)) return null;
    for (const next of declared[area] ?? []) {
      const found = walk(next, [...way, area]);
      if (found) return found;
    }
    done.add(area);
    return null;
  };
  for (const area of Object.keys(declared)) {
    const found = walk(area, []);
    if (found) return found;
  }
  return null;
}

/** Returns for each file of shared the sides that use it, directly or through other files of shared. */
function sidesOfShared(): Map<string, Set<string>> {
  const sources = globSync('{shared,server,web}/src/**/*.{ts,vue}', { cwd: root }).filter(
    (file) => !/[.]test[.]ts$|\/testing\/|[.]d[.]ts$/.test(file),
  );
  const users = new Map<string, string[]>();
  for (const file of sources) {
    for (const target of sharedImportsOf(file)) users.set(target, [...(users.get(target) ?? []), file]);
  }
  const sides = new Map<string, Set<string>>();
  for (const file of sources.filter((source) => source.startsWith('shared/'))) {
    const found = new Set<string>();
    const seen = new Set<string>();
    const walk = (one: string) => {
      if (seen.has(one)) return;
      seen.add(one);
      for (const user of users.get(one) ?? []) {
        if (user.startsWith('shared/')) walk(user);
        else found.add(user.startsWith('web/') ? 'web' : 'server');
      }
    };
    walk(file);
    sides.set(file, found);
  }
  return sides;
}

function sharedImportsOf(file: string): string[] {
  const code = readFileSync(join(root, file), 'utf8');
  const named = [...code.matchAll(/'@yunzhen\/shared\/([\w./-]+)'/g)].map(([, path]) => `shared/src/${path}.ts`);
  const relative = [...code.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => posix.join(dirname(file), path));
  return [...named, ...relative.filter((path) => path.startsWith('shared/src/'))];
}
