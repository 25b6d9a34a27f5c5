export interface DialogProps {
  title: string;
  description?: string | undefined;
  /** Opens as a panel along this side instead of a dialog in the middle. */
  side?: 'left' | 'right';
  fullscreen?: boolean;
  /** Escape and a click outside close it. */
  dismissible?: boolean;
  /** Whether it has a close button; an object sets the button’s class. */
  close?: boolean | { class: string };
  onOpenAutoFocus?: (event: Event) => void;
  onCloseAutoFocus?: (event: Event) => void;
  ui?: { content?: string; title?: string; description?: string; body?: string; footer?: string };
}
