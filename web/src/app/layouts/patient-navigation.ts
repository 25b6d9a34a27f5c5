import type { NavigationEntry } from './navigation.ts';
import IconCalendarCheck from '~icons/lucide/calendar-check';
import IconClipboardList from '~icons/lucide/clipboard-list';
import IconHouse from '~icons/lucide/house';
import IconPill from '~icons/lucide/pill';

/** Bottom bar on a phone, top bar on a wide screen. */
export const patientNavigation: readonly NavigationEntry[] = [
  { to: '/', icon: IconHouse, label: 'care.nav.home' },
  { to: '/visits', icon: IconCalendarCheck, label: 'care.nav.visits' },
  { to: '/prescriptions', icon: IconPill, label: 'care.nav.prescriptions' },
  { to: '/record', icon: IconClipboardList, label: 'care.nav.record' },
];
