import { demoWindow } from '../../../core/demo-window.ts';
import { useHospitals } from '../sign-in/queries.ts';
import { useSessionStore } from '../session.store.ts';
import { isDemoAccount } from './demo-account.ts';

/** Returns a question to the server: whether this window may act in the name of its account, because both belong to the demo. */
export function useDemoAccount(): () => Promise<boolean> {
  const hospitals = useHospitals();
  const session = useSessionStore();
  return async () => {
    if (!demoWindow.value) return false;
    const { data } = await hospitals.refetch();
    return data !== undefined && isDemoAccount(data, session.account, location);
  };
}
