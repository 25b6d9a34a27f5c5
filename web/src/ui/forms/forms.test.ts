import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;
const forms = globSync('**/*.vue', { cwd: root })
  .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }))
  .flatMap(({ path, text }) => [...text.matchAll(/<UiForm\b[^]*?@submit/g)].map(([form]) => ({ path, text, form })));

it('Every form focuses the first field that its own rules reject', () => {
  expect(forms.length).toBeGreaterThan(25);
  // Where fields open only with the fault, the handler focuses them itself.
  const focuses = ({ text, form }: (typeof forms)[number]) =>
    form.includes('@error="focusFirstError"') ||
    (form.includes('@error="showFaults"') && text.includes(`[aria-invalid="true"]')?.focus()`));
  const silent = forms.filter((each) => !focuses(each));
  expect(silent.map(({ path }) => path)).toEqual([]);
});
