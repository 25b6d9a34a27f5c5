import { shallowRef } from 'vue';
import type { Account } from '@yunzhen/shared/accounts/auth.contract';

/** The hospital whose name and logo are shown on pages without a session; null for the product’s own. */
export const shownHospital = shallowRef<Pick<Account['hospital'], 'name' | 'brand'> | null>(null);

/** The slug of the hospital that is chosen in a form of the sign-in or sign-up; empty before. */
export const chosenHospital = shallowRef('');
