import type { RouteLocationRaw } from 'vue-router';
import type { Component } from 'vue';

/** A menu entry: an action, a link, a toggle, a heading, or a submenu. */
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

/** Returns the groups of a menu, which are rendered separately. */
export function menuGroups(items: MenuItems): readonly (readonly MenuItem[])[] {
  return items.every((item): item is readonly MenuItem[] => Array.isArray(item))
    ? items
    : [items as readonly MenuItem[]];
}
