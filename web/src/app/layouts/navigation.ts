import type { Role } from '@yunzhen/shared/core/permission';
import type { MessageKey } from '../../core/i18n/index.ts';

export interface NavigationEntry {
  to: string;
  icon: string;
  label: MessageKey;
}

/** What an administrator's many entries are gathered under, in this order. */
export const navigationGroups = ['people', 'hospital', 'oversight'] as const;
export type NavigationGroup = (typeof navigationGroups)[number];

/** Side bar of staff; who sees an entry is who may open its route. A group shows as a heading to administrators only. */
export const staffNavigation: readonly (NavigationEntry & { roles: readonly Role[]; group?: NavigationGroup })[] = [
  { to: '/workbench', icon: 'i-lucide-stethoscope', label: 'workbench.title', roles: ['doctor'] },
  { to: '/to-do', icon: 'i-lucide-list-todo', label: 'worklist.title', roles: ['doctor'] },
  { to: '/day', icon: 'i-lucide-calendar-days', label: 'schedule.day.title', roles: ['doctor'] },
  { to: '/schedule', icon: 'i-lucide-calendar-cog', label: 'schedule.own', roles: ['doctor'] },
  { to: '/emergency-access', icon: 'i-lucide-siren', label: 'chart.emergency.title', roles: ['doctor'] },
  {
    to: '/ratings',
    icon: 'i-lucide-star',
    label: 'ratings.staff.title',
    roles: ['doctor', 'administrator'],
    group: 'oversight',
  },
  { to: '/reviews', icon: 'i-lucide-clipboard-check', label: 'review.title', roles: ['pharmacist'] },
  { to: '/dispensing', icon: 'i-lucide-store', label: 'dispensing.title', roles: ['dispenser'] },
  {
    to: '/figures',
    icon: 'i-lucide-chart-no-axes-combined',
    label: 'figures.title',
    roles: ['president', 'administrator'],
    group: 'oversight',
  },
  {
    to: '/rules',
    icon: 'i-lucide-scale',
    label: 'rules.title',
    roles: ['doctor', 'pharmacist', 'president', 'administrator'],
    group: 'oversight',
  },
  {
    to: '/inbox',
    icon: 'i-lucide-bell',
    label: 'notifications.title',
    roles: ['doctor', 'pharmacist', 'president', 'administrator', 'dispenser'],
    group: 'people',
  },
  {
    to: '/staff',
    icon: 'i-lucide-users',
    label: 'administration.staff.title',
    roles: ['administrator'],
    group: 'people',
  },
  {
    to: '/account-closings',
    icon: 'i-lucide-user-round-x',
    label: 'closing.all.title',
    roles: ['administrator'],
    group: 'people',
  },
  {
    to: '/record-holds',
    icon: 'i-lucide-lock',
    label: 'holds.title',
    roles: ['administrator'],
    group: 'oversight',
  },
  {
    to: '/certificates',
    icon: 'i-lucide-badge-check',
    label: 'certificates.title',
    roles: ['administrator'],
    group: 'people',
  },
  {
    to: '/hospital/departments',
    icon: 'i-lucide-building-2',
    label: 'administration.departments.title',
    roles: ['administrator'],
    group: 'hospital',
  },
  {
    to: '/schedules',
    icon: 'i-lucide-calendar-cog',
    label: 'schedule.all',
    roles: ['administrator'],
    group: 'hospital',
  },
  {
    to: '/lists/diagnoses',
    icon: 'i-lucide-list-checks',
    label: 'lists.kind.diagnoses.title',
    roles: ['administrator'],
    group: 'hospital',
  },
  {
    to: '/lists/medicines',
    icon: 'i-lucide-pill',
    label: 'lists.kind.medicines.title',
    roles: ['administrator'],
    group: 'hospital',
  },
  {
    to: '/prices',
    icon: 'i-lucide-banknote',
    label: 'administration.prices.title',
    roles: ['administrator'],
    group: 'hospital',
  },
  {
    to: '/consent-texts',
    icon: 'i-lucide-file-check',
    label: 'administration.consent.title',
    roles: ['administrator'],
    group: 'hospital',
  },
  {
    to: '/message-words',
    icon: 'i-lucide-message-square-text',
    label: 'administration.words.title',
    roles: ['administrator'],
    group: 'hospital',
  },
  {
    to: '/brand',
    icon: 'i-lucide-palette',
    label: 'administration.brand.title',
    roles: ['administrator'],
    group: 'hospital',
  },
  {
    to: '/settings',
    icon: 'i-lucide-settings-2',
    label: 'administration.settings.title',
    roles: ['administrator'],
    group: 'hospital',
  },
  { to: '/pharmacies', icon: 'i-lucide-store', label: 'pharmacies.title', roles: ['administrator'], group: 'people' },
  { to: '/audit', icon: 'i-lucide-scroll-text', label: 'audit.title', roles: ['administrator'], group: 'oversight' },
];
