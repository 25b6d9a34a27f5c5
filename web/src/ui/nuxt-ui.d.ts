// The components of the UI kit that templates may name without importing them. Vite resolves them by name; this tells
// the type checker the same. A component that is missing here is added here.
declare module 'vue' {
  export interface GlobalComponents {
    UAlert: (typeof import('./kit/alert.vue'))['default'];
    UApp: (typeof import('@nuxt/ui/components/App.vue'))['default'];
    UAvatar: (typeof import('./kit/avatar.vue'))['default'];
    UBadge: (typeof import('./kit/badge.vue'))['default'];
    UBreadcrumb: (typeof import('@nuxt/ui/components/Breadcrumb.vue'))['default'];
    UButton: (typeof import('./kit/button.vue'))['default'];
    UCard: (typeof import('@nuxt/ui/components/Card.vue'))['default'];
    UCheckbox: (typeof import('./kit/checkbox.vue'))['default'];
    UCheckboxGroup: (typeof import('@nuxt/ui/components/CheckboxGroup.vue'))['default'];
    UChip: (typeof import('@nuxt/ui/components/Chip.vue'))['default'];
    UCollapsible: (typeof import('@nuxt/ui/components/Collapsible.vue'))['default'];
    UCommandPalette: (typeof import('@nuxt/ui/components/CommandPalette.vue'))['default'];
    UContainer: (typeof import('@nuxt/ui/components/Container.vue'))['default'];
    UContextMenu: (typeof import('@nuxt/ui/components/ContextMenu.vue'))['default'];
    UDrawer: (typeof import('@nuxt/ui/components/Drawer.vue'))['default'];
    UDropdownMenu: (typeof import('@nuxt/ui/components/DropdownMenu.vue'))['default'];
    UEmpty: (typeof import('@nuxt/ui/components/Empty.vue'))['default'];
    UFieldGroup: (typeof import('@nuxt/ui/components/FieldGroup.vue'))['default'];
    UFileUpload: (typeof import('@nuxt/ui/components/FileUpload.vue'))['default'];
    UForm: (typeof import('./kit/form.vue'))['default'];
    UFormField: (typeof import('./kit/form-field.vue'))['default'];
    UIcon: (typeof import('./kit/icon.ts'))['default'];
    UInput: (typeof import('./kit/input.vue'))['default'];
    UInputDate: (typeof import('@nuxt/ui/components/InputDate.vue'))['default'];
    UInputMenu: (typeof import('@nuxt/ui/components/InputMenu.vue'))['default'];
    UInputNumber: (typeof import('@nuxt/ui/components/InputNumber.vue'))['default'];
    UInputTags: (typeof import('@nuxt/ui/components/InputTags.vue'))['default'];
    UKbd: (typeof import('./kit/kbd.vue'))['default'];
    ULink: (typeof import('./kit/link.vue'))['default'];
    UModal: (typeof import('@nuxt/ui/components/Modal.vue'))['default'];
    UNavigationMenu: (typeof import('@nuxt/ui/components/NavigationMenu.vue'))['default'];
    UPagination: (typeof import('@nuxt/ui/components/Pagination.vue'))['default'];
    UPinInput: (typeof import('@nuxt/ui/components/PinInput.vue'))['default'];
    UPopover: (typeof import('@nuxt/ui/components/Popover.vue'))['default'];
    UProgress: (typeof import('./kit/progress.vue'))['default'];
    URadioGroup: (typeof import('./kit/radio-group.vue'))['default'];
    UScrollArea: (typeof import('@nuxt/ui/components/ScrollArea.vue'))['default'];
    USelect: (typeof import('@nuxt/ui/components/Select.vue'))['default'];
    USelectMenu: (typeof import('@nuxt/ui/components/SelectMenu.vue'))['default'];
    USeparator: (typeof import('@nuxt/ui/components/Separator.vue'))['default'];
    USkeleton: (typeof import('./kit/skeleton.ts'))['default'];
    USlideover: (typeof import('@nuxt/ui/components/Slideover.vue'))['default'];
    USlider: (typeof import('@nuxt/ui/components/Slider.vue'))['default'];
    USplitter: (typeof import('@nuxt/ui/components/Splitter.vue'))['default'];
    USwitch: (typeof import('./kit/switch.vue'))['default'];
    UTable: (typeof import('@nuxt/ui/components/Table.vue'))['default'];
    UTabs: (typeof import('@nuxt/ui/components/Tabs.vue'))['default'];
    UTextarea: (typeof import('./kit/textarea.vue'))['default'];
    UTheme: (typeof import('@nuxt/ui/components/Theme.vue'))['default'];
    UTimeline: (typeof import('@nuxt/ui/components/Timeline.vue'))['default'];
    UTooltip: (typeof import('@nuxt/ui/components/Tooltip.vue'))['default'];
    UUser: (typeof import('@nuxt/ui/components/User.vue'))['default'];
  }
}

export {};
