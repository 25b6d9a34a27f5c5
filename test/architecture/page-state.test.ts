import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './cruise.ts';

const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const sources = globSync('web/src/{app,core,features}/**/*.{ts,vue}', { cwd: root }).filter(
  (file) => !file.endsWith('.test.ts'),
);

/** Returns the flags that a function sets before it waits and clears afterwards. */
function busyFlags(text: string): string[] {
  const bodies = text.split(
    /^\s*(?:export )?(?:async )?function |^\s*watch\(|^\s*(?:const|let) \w+ = (?:async )?\(|<template>/m,
  );
  return bodies.flatMap((body) =>
    [...body.matchAll(/(\w+)\.value = true\b/g)]
      .filter(({ 1: flag, index }) =>
        new RegExp(`(\\bawait\\b|\\.then\\(|\\.finally\\()[^]*\\b${flag}\\.value = false`).test(body.slice(index)),
      )
      .map(([, flag = '']) => flag),
  );
}

/** Returns the components with exposed functions that hold one of this component’s template refs. */
function exposedParts(text: string): string[] {
  const names = [...text.matchAll(/<([A-Z]\w+)\s[^<]*?(?<!:)\bref="\w+"/g)].map(([, name = '']) => name);
  const files = names.map((name) => `/${name.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase()}.vue`);
  return sources.filter(
    (part) =>
      part.startsWith('web/src/features/') &&
      files.some((file) => part.endsWith(file)) &&
      textOf(part).includes('defineExpose('),
  );
}

describe('state in the browser', () => {
  /** A camera that opens and a tone that plays are no requests; the session store waits for a person. */
  const others = [
    'web/src/features/calls/devices/use-local-media.ts: opening',
    'web/src/features/calls/devices/device-check.vue: playing',
    'web/src/features/calls/devices/device-panel.vue: playing',
    'web/src/features/accounts/session.store.ts: unreachable',
  ];

  it('has no hand-made flags for requests under way, which useQuery, useMutation and useCommand have', () => {
    expect(busyFlags('async function a() {\n  busy.value = true;\n  await b();\n  busy.value = false;\n}')).toEqual([
      'busy',
    ]);
    expect(busyFlags('const a = () => {\n  on.value = true;\n  b().finally(() => (on.value = false));\n};')).toEqual([
      'on',
    ]);
    expect(
      busyFlags('function a() {\n  on.value = true;\n}\nasync function b() {\n  await c();\n  on.value = false;\n}'),
    ).toEqual([]);
    expect(sources.length).toBeGreaterThan(900);
    const found = sources.flatMap((file) => busyFlags(textOf(file)).map((flag) => `${file}: ${flag}`));
    expect(found.sort()).toEqual(others.sort());
  });

  it('is not passed up through chains of exposed functions, for which stores exist', () => {
    const exposing = sources.filter((file) => file.endsWith('.vue') && textOf(file).includes('defineExpose('));
    expect(exposing.length).toBeGreaterThan(10);
    expect(exposedParts('<LastPage v-if="a" ref="last" />')).toEqual([
      'web/src/features/visits/check-in/last-page.vue',
    ]);
    expect(exposing.flatMap((file) => exposedParts(textOf(file)).map((part) => `${file} → ${part}`))).toEqual([]);
  });
});
