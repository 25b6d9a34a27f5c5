import { h } from 'vue';
import IconFileText from '~icons/lucide/file-text';
import IconList from '~icons/lucide/list';
import { long, oneSize, say } from '../testing/stories.ts';
import UiTabs from './tabs.vue';

export default { title: 'kit/tabs', component: UiTabs };

const items = () => [
  { value: 'list', label: say('List', '列表'), icon: IconList },
  { value: 'text', label: say('Text', '文字'), icon: IconFileText },
];
const tabs = (props: object) =>
  h(
    UiTabs<string>,
    { items: items(), modelValue: 'list', label: say('View', '视图'), panels: true, class: 'w-full', ...props },
    { list: () => say('What the list shows', '列表内容'), text: () => say('What the text says', '文字内容') },
  );

export const States = oneSize({
  pill: () => tabs({}),
  link: () => tabs({ variant: 'link' }),
  small: () => tabs({ size: 'sm' }),
  'long text': () => tabs({ items: [...items(), { value: 'long', label: long() }], modelValue: 'long' }),
});
