import { h, type Component } from 'vue';

interface Story {
  render: () => Component;
  tags?: string[];
}
/** The build adds the order of the names. */
type Module = Record<string, Partial<Story>>;

/** Every story that can stand beside others, on one page: what the test of this workbench looks at. */
export default { title: 'every part' };

const modules = Object.entries(import.meta.glob<Module>('../src/ui/**/*.stories.ts', { eager: true })).map(
  ([path, { default: _, ...stories }]) => ({
    name: path.replace('../src/ui/', '').replace('.stories.ts', ''),
    stories: Object.values(stories).flatMap(({ render, tags }) => (render && !tags?.includes('alone') ? [render] : [])),
  }),
);

export const EveryPart = {
  render: () => () =>
    h(
      'main',
      modules.map(({ name, stories }) =>
        h('article', { id: name.replaceAll('/', '-'), class: 'border-b border-default' }, [
          h('h2', { class: 'p-4 pb-0 font-semibold' }, name),
          stories.map((render) => h(render())),
        ]),
      ),
    ),
};
