import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const forms = globSync('**/*.vue', { cwd: root })
  .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))
  .flatMap(({ path, text }) => [...text.matchAll(/<UiForm\b[^]*?@submit/g)].map(([form]) => ({ path, form })));

it('Every form focuses the first field that its own rules reject', () => {
  expect(forms.length).toBeGreaterThan(25);
  const silent = forms.filter(({ form }) => !form.includes('@error="focusFirstError"'));
  expect(silent.map(({ path }) => path)).toEqual([]);
});
