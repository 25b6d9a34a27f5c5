import { ownTimeZone } from '@yunzhen/shared/core/time/time-zone';
import { computed } from 'vue';
import { createFormats, hospitalTimeZone, useFormats, useText } from '../../../core/i18n/index.ts';
import { clocksDiffer, zoneName } from './calendar-day.ts';

/** Times for a reader whose time zone may differ from the hospital’s: the reader’s own first, the hospital’s with its zone beside it. */
export function useClocks() {
  const { t, locale } = useText();
  const formats = useFormats();
  const own = computed(() => createFormats(locale.value, ownTimeZone()));
  const abroad = (instant: string) => clocksDiffer(instant, hospitalTimeZone.value);
  const zone = (instant: string) => zoneName(instant, hospitalTimeZone.value);
  /** The time by the hospital’s clock, with the date where it is another day there. */
  const hospital = (instant: string) =>
    own.value.date(instant) === formats.value.date(instant)
      ? formats.value.time(instant)
      : formats.value.dateTime(instant);
  return {
    abroad,
    zone,
    own,
    hospital,
    /** `Nov 30, 2026, 02:15 (hospital time 10:15, GMT+8)`; without brackets where the clocks agree. */
    both(instant: string): string {
      if (!abroad(instant)) return formats.value.dateTime(instant);
      const names = { hospital: hospital(instant), zone: zone(instant) };
      return t('appointmentRow.bothClocks', { own: own.value.dateTime(instant), ...names });
    },
  };
}
