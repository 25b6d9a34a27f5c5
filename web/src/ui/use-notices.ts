import { useToast } from '@nuxt/ui/composables';
import { describeError } from '../app/i18n/index.ts';

/** Short notices at the edge of the screen. What a person must act on belongs into the page instead. */
export function useNotices() {
  const toast = useToast();
  return {
    success: (title: string, description?: string) =>
      void toast.add({
        title,
        ...(description ? { description } : {}),
        color: 'success',
        icon: 'i-lucide-circle-check',
      }),
    info: (title: string, description?: string) =>
      void toast.add({ title, ...(description ? { description } : {}), color: 'info', icon: 'i-lucide-info' }),
    /** Says what went wrong, what is safe and what to do, in the reader's language. */
    problem(error: unknown) {
      const { title, text } = describeError(error);
      toast.add({ title, description: text, color: 'error', icon: 'i-lucide-circle-alert', duration: 10_000 });
    },
  };
}
