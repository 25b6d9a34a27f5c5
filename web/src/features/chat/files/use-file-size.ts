import { useFormats, useText } from '../../../core/i18n/index.ts';

/** Formats the size of a file: `320 kB`, `1.4 MB`. */
export function useFileSize() {
  const { t } = useText();
  const formats = useFormats();
  return (bytes: number): string =>
    bytes < 1_000_000
      ? t('chat.size.kB', { n: formats.value.number(Math.max(1, Math.round(bytes / 1000))) })
      : t('chat.size.MB', { n: formats.value.number(Math.round(bytes / 100_000) / 10) });
}
