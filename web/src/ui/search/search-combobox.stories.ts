import { h } from 'vue';
import IconSearch from '~icons/lucide/search';
import { long, oneSize, say } from '../testing/stories.ts';
import SearchCombobox from './search-combobox.vue';

export default { title: 'search/search-combobox', component: SearchCombobox };

const items = () => [
  { key: '1', label: say('North', '北区'), code: 'N-1', detail: '' },
  { key: '2', label: long(), code: 'N-2', detail: long() },
];
const combobox = () =>
  h(SearchCombobox, {
    class: 'w-full',
    label: say('Site', '院区'),
    hint: say('Type at least one letter.', '请至少输入一个字。'),
    icon: IconSearch,
    find: () => Promise.resolve(items()),
    noneText: (words: string) => say(`Nothing is called ${words}.`, `没有“${words}”。`),
    failedText: say('The search failed.', '搜索失败。'),
    searchingText: say('Searching …', '正在搜索……'),
    suggested: [{ label: say('Recent', '最近'), items: items() }],
    starred: (key: string) => key === '1',
  });

export const Closed = oneSize({ closed: combobox });

export const Opened = {
  ...oneSize({ opened: combobox }),
  tags: ['alone'],
  play: ({ canvasElement }: { canvasElement: HTMLElement }) => canvasElement.querySelector('input')?.focus(),
};
