import { shallowRef } from 'vue';
import type { Account } from '@yunzhen/shared/accounts/auth.contract';

/** The hospital whose name and logo are shown on pages without a session; null for the product’s own. */
export const shownHospital = shallowRef<Pick<Account['hospital'], 'name' | 'brand'> | null>(null);

/** Slug of the hospital chosen in the sign-in or sign-up form; empty before a choice. */
export const chosenHospital = shallowRef('');
