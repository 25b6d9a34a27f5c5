import { useFormats, useText } from '../../../core/i18n/index.ts';

/** Returns how a clock differs from the database’s; below half a second it is the same. */
export function useClockTexts(): (offsetSeconds: number | null) => string {
  const { t } = useText();
  const formats = useFormats();
  return (offset) => {
    if (offset === null) return t('operator.health.unknown');
    const seconds = Math.abs(offset);
    if (seconds < 0.5) return t('operator.health.clockSame');
    const difference = formats.value.shortSeconds(seconds);
    return t(offset > 0 ? 'operator.health.clockAhead' : 'operator.health.clockBehind', { difference });
  };
}
