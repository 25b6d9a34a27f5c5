import type { RouteLocationRaw } from 'vue-router';
import type { Component } from 'vue';

/** An entry of a menu: something to do, somewhere to go, a choice that is on or off, a heading, or a menu of its own. */
export interface MenuItem {
  readonly label: string;
  readonly type?: 'label' | 'checkbox';
  readonly icon?: Component;
  readonly lang?: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly to?: RouteLocationRaw;
  readonly onSelect?: () => void;
  readonly children?: readonly MenuItem[];
}
export type MenuItems = readonly MenuItem[] | readonly (readonly MenuItem[])[];

/** The groups of a menu, which are drawn apart. */
export function menuGroups(items: MenuItems): readonly (readonly MenuItem[])[] {
  return items.every((item): item is readonly MenuItem[] => Array.isArray(item))
    ? items
    : [items as readonly MenuItem[]];
}
