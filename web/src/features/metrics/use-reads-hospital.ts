import { computed } from 'vue';
import { permits } from '@yunzhen/shared/core/permission';
import { useSessionStore } from '../accounts/index.ts';

/** Whether the person reads the figures of the whole hospital; a department head reads those of their own departments. */
export function useReadsHospital() {
  const session = useSessionStore();
  return computed(() => permits(session.account?.roles ?? [], 'metrics.read-hospital'));
}
