export interface DialogProps {
  title: string;
  description?: string | undefined;
  /** A panel along this side instead of a dialog in the middle. */
  side?: 'left' | 'right';
  fullscreen?: boolean;
  /** Escape and a press outside close it. */
  dismissible?: boolean;
  /** The button that closes it; an object gives the button's class. */
  close?: boolean | { class: string };
  onOpenAutoFocus?: (event: Event) => void;
  onCloseAutoFocus?: (event: Event) => void;
  ui?: { content?: string; title?: string; description?: string; body?: string; footer?: string };
}
