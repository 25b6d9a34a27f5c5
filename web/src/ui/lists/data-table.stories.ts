import { h, type Component } from 'vue';
import { OfflineError } from '../../core/api/offline-error.ts';
import { long, oneSize, say } from '../testing/stories.ts';
import DataTable from './data-table.vue';

export default { title: 'lists/data-table', component: DataTable };

interface Row {
  id: string;
  name: string;
  count: number;
}
const rows = (): Row[] => [
  { id: '1', name: say('North', '北区'), count: 3 },
  { id: '2', name: long(), count: 12 },
];
const table = (props: object) =>
  h(
    DataTable as Component,
    {
      class: 'w-full',
      label: say('Sites', '院区'),
      columns: [
        { key: 'name', label: say('Name', '名称'), sort: 'name' },
        { key: 'count', label: say('Rooms', '房间'), sort: 'count', end: true },
      ],
      rows: rows(),
      rowKey: ({ id }: Row) => id,
      emptyTitle: say('No sites yet', '暂无院区'),
      emptyText: say('Add the first one.', '请添加第一个。'),
      ...props,
    },
    {
      'cell-name': ({ row }: { row: Row }) => row.name,
      'cell-count': ({ row }: { row: Row }) => row.count,
    },
  );

export const States = oneSize({
  rows: () => table({ sort: 'name', order: 'asc', hasNext: true }),
  loading: () => table({ rows: undefined }),
  empty: () => table({ rows: [] }),
  failed: () => table({ rows: undefined, error: new OfflineError() }),
});

/** Dimmed while it refetches, so axe does not run on it. */
export const Refreshing = {
  ...oneSize({ refreshing: () => table({ busy: true, sort: 'count', order: 'desc' }) }),
  tags: ['alone', '!test'],
};
