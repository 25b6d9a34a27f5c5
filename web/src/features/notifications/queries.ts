import { useQuery } from '@pinia/colada';
import type { Locale } from '@yunzhen/shared/core/locale';
import {
  countUnreadNotifications,
  listDemoMessages,
  listNotifications,
} from '@yunzhen/shared/notifications/notifications.contract';
import { api } from '../../core/api/index.ts';
import { usePages } from '../../core/table/index.ts';

/** Messages of the signed-in account, newest first. */
export const useInbox = (shown: () => 'all' | 'unread', locale: () => Locale) =>
  usePages(listNotifications, {
    key: () => ['inbox', 'list', shown(), locale()],
    query: () => ({ unread: shown() === 'unread' ? 'true' : 'false', locale: locale() }),
  });

export const useUnreadCount = () =>
  useQuery({ key: ['inbox', 'unread'], query: ({ signal }) => api.call(countUnreadNotifications, { signal }) });

/** E-mail and text messages of a demo hospital, which are not sent. */
export const useDemoMessages = (hospital: () => string) =>
  useQuery({
    key: () => ['demo-messages', hospital()],
    query: ({ signal }) =>
      api.call(listDemoMessages, { params: { hospital: hospital() }, query: { limit: 50 }, signal }),
  });
