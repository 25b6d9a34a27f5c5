import { computed, watch } from 'vue';
import { useText } from '../../../core/i18n/index.ts';
import { announce } from '../../../ui/index.ts';
import { useThread } from './use-thread.ts';

/** Number of unseen messages in the visit’s chat, for a badge; updates automatically. Announces an increase while the chat is closed. */
export function useUnread(visitId: string) {
  const { t } = useText();
  const { marks, watched } = useThread(visitId);
  const unread = computed(() => (marks.value ? Math.max(0, marks.value.last - marks.value.read[marks.value.you]) : 0));
  watch(unread, (now, before) => {
    if (now > before && !watched.value) announce(t('chat.unreadNew'));
  });
  return unread;
}
