import { shallowRef } from 'vue';
import type { Account } from '@yunzhen/shared/accounts/auth.contract';

/** Whose name and logo stand at the head of pages that belong to nobody’s session; null for the house’s own. */
export const shownHospital = shallowRef<Pick<Account['hospital'], 'name' | 'brand'> | null>(null);
