import { createApp, h, nextTick, shallowRef, type Component, type FunctionalComponent } from 'vue';

type Part = FunctionalComponent<{ label?: string; disabled?: boolean }>;

function part(element: string): Part {
  const made: Part = ({ label, disabled }, { slots }) => h(element, { disabled }, [label, slots['default']?.()]);
  made.props = ['label', 'disabled'];
  return made;
}

const textarea: FunctionalComponent<{ modelValue?: string }> = ({ modelValue }) => h('textarea', { value: modelValue });
textarea.props = ['modelValue'];

const dialog: FunctionalComponent<{ title?: string }> = ({ title }, { slots }) =>
  h('div', { role: 'dialog' }, [title, slots['description']?.(), slots['body']?.(), slots['footer']?.()]);
dialog.props = ['title'];

/** Parts of the kit as plain elements: what they say and hold is kept, how they look is left out. */
const kit: Record<string, Component> = {
  UIcon: () => h('i'),
  UBadge: part('b'),
  UButton: part('button'),
  UFormField: part('label'),
  USelect: () => h('select'),
  UInput: () => h('input'),
  UTextarea: textarea,
  UModal: dialog,
};

/** Mounts a part of a page as the browser would, the kit's parts being plain elements. Props may be changed while it stands. */
export async function mounted<Props extends object>(part: Component, props: Props) {
  const given = shallowRef(props);
  const root = document.createElement('div');
  const app = createApp({ render: () => h(part, given.value) });
  for (const [name, component] of Object.entries(kit)) app.component(name, component);
  app.mount(root);
  await nextTick();
  return {
    text: () => (root.textContent ?? '').replaceAll(/\s+/g, ' '),
    all: (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)],
    async set(changed: Partial<Props>): Promise<void> {
      given.value = { ...given.value, ...changed };
      await nextTick();
    },
    end: () => app.unmount(),
  };
}
