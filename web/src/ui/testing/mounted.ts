import { createApp, defineComponent, h, nextTick, shallowRef, type Component } from 'vue';

/** Parts of the kit as plain elements: what they say and hold is kept, how they look is left out. */
const kit: Record<string, Component> = {
  UIcon: defineComponent({ render: () => h('i') }),
  UBadge: defineComponent({
    props: { label: String },
    setup:
      ({ label }) =>
      () =>
        h('b', label),
  }),
  UButton: defineComponent({
    props: { label: String, disabled: Boolean },
    setup:
      (props, { slots }) =>
      () =>
        h('button', { disabled: props.disabled }, props.label ?? slots['default']?.()),
  }),
  UFormField: defineComponent({
    props: { label: String },
    setup:
      ({ label }, { slots }) =>
      () =>
        h('label', [label, slots['default']?.()]),
  }),
  USelect: defineComponent({ props: { modelValue: String, items: Array }, render: () => h('select') }),
  UInput: defineComponent({ props: { modelValue: String }, render: () => h('input') }),
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
