import { createApp, h, nextTick, shallowRef, type Component } from 'vue';

/** Mounts a component; dialogs and lists that open elsewhere in the document are included. Props may be changed. */
export async function mounted<Props extends object>(part: Component, props: Props) {
  const given = shallowRef(props);
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('div'));
  const app = createApp({ render: () => h(part, given.value) });
  app.mount(root);
  await nextTick();
  return {
    text: () => (document.body.textContent ?? '').replaceAll(/\s+/g, ' '),
    all: (selector: string) => [...document.body.querySelectorAll<HTMLElement>(selector)],
    async set(changed: Partial<Props>): Promise<void> {
      given.value = { ...given.value, ...changed };
      await nextTick();
    },
    end(): void {
      app.unmount();
      root.remove();
    },
  };
}
