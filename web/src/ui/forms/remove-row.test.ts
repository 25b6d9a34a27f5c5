// @vitest-environment happy-dom
import { createApp, defineComponent, h, reactive, type App } from 'vue';
import { afterEach, expect, it } from 'vitest';
import { removeRow } from './remove-row.ts';

let app: App | undefined;
let root: HTMLElement;

afterEach(() => {
  app?.unmount();
  root.remove();
});

/** Mounts a form with a row for each name. */
function rowsOf(...names: string[]): string[] {
  const rows = reactive(names);
  const form = defineComponent(
    () => () =>
      h('section', { 'data-rows': '' }, [
        ...rows.map((name, index) => h('button', { key: index, 'data-row-remove': '' }, name)),
        h('button', { 'data-row-add': '' }, 'add'),
      ]),
  );
  root = document.body.appendChild(document.createElement('div'));
  app = createApp(form);
  app.mount(root);
  return rows;
}

const press = async (rows: string[], index: number) => {
  root.querySelectorAll<HTMLElement>('[data-row-remove]')[index]?.focus();
  await removeRow(() => rows.splice(index, 1));
};
const focused = () => document.activeElement?.textContent;

it('Removing a form row moves focus from the last row to the one before it, and from the only row to the add button', async () => {
  const rows = rowsOf('Monday', 'Tuesday');
  await press(rows, 1);
  expect(focused()).toBe('Monday');
  await press(rows, 0);
  expect(focused()).toBe('add');
});

it('Removing a form row leaves focus on the row that moves into its place', async () => {
  const rows = rowsOf('Monday', 'Tuesday', 'Friday');
  await press(rows, 0);
  expect(focused()).toBe('Tuesday');
});

it('Removing a form row does not take focus from an element elsewhere', async () => {
  const rows = rowsOf('Monday', 'Tuesday');
  (document.activeElement as HTMLElement | null)?.blur();
  await removeRow(() => rows.splice(1, 1));
  expect(document.activeElement).toBe(document.body);
});
