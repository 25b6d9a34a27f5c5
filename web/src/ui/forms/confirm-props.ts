export interface ConfirmProps {
  title: string;
  text: string;
  confirmLabel: string;
  cancelLabel?: string | undefined;
  danger?: boolean;
  work: () => Promise<unknown>;
}
