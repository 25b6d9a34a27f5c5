import { h } from 'vue';
import { AppError } from '@yunzhen/shared/core/errors';
import { OfflineError } from '../../core/api/offline-error.ts';
import { long, oneSize, say } from '../testing/stories.ts';
import { UiButton } from '../kit/index.ts';
import AsyncBoundary from './async-boundary.vue';
import BackLink from './back-link.vue';
import BrandMark from './brand-mark.vue';
import NoticeList from './notice-list.vue';
import PageHeader from './page-header.vue';
import ShownOnce from './shown-once.vue';
import { notices } from './use-notices.ts';
import WaterRipple from './water-ripple.vue';

export default { title: 'page' };

const title = () => say('Sites', '院区');
const boundary = (props: object) =>
  h(AsyncBoundary, { class: 'w-full', emptyTitle: say('No sites yet', '暂无院区'), ...props }, () => title());

export const Header = oneSize({
  title: () => h(PageHeader, { title: title() }),
  'with actions': () =>
    h(PageHeader, { title: title(), lead: long() }, { actions: () => h(UiButton, { label: say('Add', '添加') }) }),
  'long text': () => h(PageHeader, { title: long() }),
  back: () => h(BackLink, { to: '/', label: title() }),
});

export const Fetched = oneSize({
  loading: () => boundary({ pending: true }),
  there: () => boundary({}),
  empty: () => boundary({ empty: true, emptyText: long() }),
  offline: () => boundary({ error: new OfflineError() }),
  failed: () => boundary({ error: new AppError('internal', undefined, { facts: { requestId: '0193-7f' } }) }),
});

export const Brand = oneSize({
  'of the house': () => h(BrandMark),
  named: () => h(BrandMark, { name: say('Lakeside', '湖畔医院') }),
  'logo does not load': () => h(BrandMark, { name: say('Lakeside', '湖畔医院'), logo: 'data:,' }),
  compact: () => h(BrandMark, { compact: true }),
  'long text': () => h(BrandMark, { name: long() }),
});

export const Secret = oneSize({
  shown: () => h(ShownOnce, { title: say('Key', '密钥'), text: long(), secret: 'k-4f2a-9c71-0b3e' }),
});

export const Waiting = oneSize({ ripple: () => h(WaterRipple, { class: 'w-48' }, () => '3') });

const kinds = ['success', 'info', 'problem'] as const;
const notice = (kind: (typeof kinds)[number], id: number) => ({
  id,
  kind,
  title: say('Saved', '已保存'),
  text: long(),
});

export const Notices = {
  ...oneSize({ shown: () => h(NoticeList) }),
  tags: ['alone'],
  play: () => void (notices.value = kinds.map(notice)),
};
