import type { NavigationEntry } from './navigation.ts';

/** Bottom bar on a phone, top bar on a wide screen. */
export const patientNavigation: readonly NavigationEntry[] = [
  { to: '/', icon: 'i-lucide-house', label: 'care.nav.home' },
  { to: '/visits', icon: 'i-lucide-calendar-check', label: 'care.nav.visits' },
  { to: '/prescriptions', icon: 'i-lucide-pill', label: 'care.nav.prescriptions' },
  { to: '/record', icon: 'i-lucide-clipboard-list', label: 'care.nav.record' },
];
