import type { Role } from '@yunzhen/shared/core/permission';
import type { MessageKey } from '../../core/i18n/index.ts';
import type { Component } from 'vue';
import IconArrowLeftRight from '~icons/lucide/arrow-left-right';
import IconBadgeCheck from '~icons/lucide/badge-check';
import IconBanknote from '~icons/lucide/banknote';
import IconBuilding2 from '~icons/lucide/building-2';
import IconCalendarCog from '~icons/lucide/calendar-cog';
import IconCalendarDays from '~icons/lucide/calendar-days';
import IconChartNoAxesCombined from '~icons/lucide/chart-no-axes-combined';
import IconClipboardCheck from '~icons/lucide/clipboard-check';
import IconFileCheck from '~icons/lucide/file-check';
import IconIdCard from '~icons/lucide/id-card';
import IconListChecks from '~icons/lucide/list-checks';
import IconListTodo from '~icons/lucide/list-todo';
import IconLock from '~icons/lucide/lock';
import IconMessageSquareText from '~icons/lucide/message-square-text';
import IconPalette from '~icons/lucide/palette';
import IconPhoneCall from '~icons/lucide/phone-call';
import IconPill from '~icons/lucide/pill';
import IconRocket from '~icons/lucide/rocket';
import IconScale from '~icons/lucide/scale';
import IconScrollText from '~icons/lucide/scroll-text';
import IconSettings2 from '~icons/lucide/settings-2';
import IconShieldCheck from '~icons/lucide/shield-check';
import IconSiren from '~icons/lucide/siren';
import IconStar from '~icons/lucide/star';
import IconStethoscope from '~icons/lucide/stethoscope';
import IconStore from '~icons/lucide/store';
import IconUserRoundX from '~icons/lucide/user-round-x';
import IconUsers from '~icons/lucide/users';

export interface NavigationEntry {
  to: string;
  icon: Component;
  label: MessageKey;
}

/** Headings of an administrator’s navigation entries, in this order. */
export const navigationGroups = ['oversight', 'people', 'catalogues', 'setup'] as const;
export type NavigationGroup = (typeof navigationGroups)[number];

/** Side bar of staff: an entry is visible to the roles that may open its route. Only administrators see group headings. */
export const staffNavigation: readonly (NavigationEntry & { roles: readonly Role[]; group?: NavigationGroup })[] = [
  { to: '/application', icon: IconIdCard, label: 'joining.title', roles: ['applicant'] },
  { to: '/workbench', icon: IconStethoscope, label: 'workbench.title', roles: ['doctor'] },
  { to: '/to-do', icon: IconListTodo, label: 'worklist.title', roles: ['doctor'] },
  { to: '/day', icon: IconCalendarDays, label: 'schedule.day.title', roles: ['doctor'] },
  { to: '/schedule', icon: IconCalendarCog, label: 'schedule.own', roles: ['doctor'] },
  { to: '/emergency-access', icon: IconSiren, label: 'chart.emergency.title', roles: ['doctor'] },
  {
    to: '/ratings',
    icon: IconStar,
    label: 'ratings.staff.title',
    roles: ['doctor', 'administrator'],
    group: 'oversight',
  },
  { to: '/department', icon: IconChartNoAxesCombined, label: 'figures.own.title', roles: ['department-head'] },
  { to: '/reviews', icon: IconClipboardCheck, label: 'review.title', roles: ['pharmacist'] },
  { to: '/front-desk', icon: IconPhoneCall, label: 'frontDesk.title', roles: ['receptionist'] },
  { to: '/dispensing', icon: IconStore, label: 'dispensing.title', roles: ['dispenser'] },
  {
    to: '/figures',
    icon: IconChartNoAxesCombined,
    label: 'figures.title',
    roles: ['president', 'administrator'],
    group: 'oversight',
  },
  {
    to: '/knowledge',
    icon: IconShieldCheck,
    label: 'knowledge.title',
    roles: ['doctor', 'pharmacist', 'administrator'],
    group: 'catalogues',
  },
  {
    to: '/rules',
    icon: IconScale,
    label: 'rules.title',
    roles: ['doctor', 'pharmacist', 'president', 'administrator'],
    group: 'catalogues',
  },
  {
    to: '/staff',
    icon: IconUsers,
    label: 'administration.staff.title',
    roles: ['administrator'],
    group: 'people',
  },
  {
    to: '/account-closings',
    icon: IconUserRoundX,
    label: 'closing.all.title',
    roles: ['administrator'],
    group: 'oversight',
  },
  {
    to: '/record-holds',
    icon: IconLock,
    label: 'holds.title',
    roles: ['administrator'],
    group: 'oversight',
  },
  {
    to: '/certificates',
    icon: IconBadgeCheck,
    label: 'certificates.title',
    roles: ['administrator'],
    group: 'people',
  },
  {
    to: '/set-up',
    icon: IconRocket,
    label: 'setUp.title',
    roles: ['administrator'],
    group: 'setup',
  },
  {
    to: '/hospital/departments',
    icon: IconBuilding2,
    label: 'administration.departments.title',
    roles: ['administrator'],
    group: 'setup',
  },
  {
    to: '/schedules',
    icon: IconCalendarCog,
    label: 'schedule.all',
    roles: ['administrator'],
    group: 'setup',
  },
  {
    to: '/lists/diagnoses',
    icon: IconListChecks,
    label: 'lists.kind.diagnoses.title',
    roles: ['administrator'],
    group: 'catalogues',
  },
  {
    to: '/lists/medicines',
    icon: IconPill,
    label: 'lists.kind.medicines.title',
    roles: ['administrator'],
    group: 'catalogues',
  },
  {
    to: '/lists/interactions',
    icon: IconArrowLeftRight,
    label: 'lists.kind.interactions.title',
    roles: ['administrator'],
    group: 'catalogues',
  },
  {
    to: '/prices',
    icon: IconBanknote,
    label: 'administration.prices.title',
    roles: ['administrator'],
    group: 'setup',
  },
  {
    to: '/consent-texts',
    icon: IconFileCheck,
    label: 'administration.consent.title',
    roles: ['administrator'],
    group: 'setup',
  },
  {
    to: '/message-words',
    icon: IconMessageSquareText,
    label: 'administration.words.title',
    roles: ['administrator'],
    group: 'setup',
  },
  {
    to: '/brand',
    icon: IconPalette,
    label: 'administration.brand.title',
    roles: ['administrator'],
    group: 'setup',
  },
  {
    to: '/settings',
    icon: IconSettings2,
    label: 'administration.settings.title',
    roles: ['administrator'],
    group: 'setup',
  },
  { to: '/pharmacies', icon: IconStore, label: 'pharmacies.title', roles: ['administrator'], group: 'people' },
  { to: '/audit', icon: IconScrollText, label: 'audit.title', roles: ['administrator'], group: 'oversight' },
];
