import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import type { ListedDoctor } from '@yunzhen/shared/directory/hospital-page.contract';
import { createFormats, useText } from '../../../core/i18n/index.ts';
import { useNames } from '../../../ui/index.ts';
import { useDoctorLanguages } from '../use-doctor-languages.ts';

/** Returns the text of a free time in the zone: `today, 14:05`, otherwise day and time. */
export function useFreeTimeText(zone: MaybeRefOrGetter<string>) {
  const { t, locale } = useText();
  const formats = computed(() => createFormats(locale.value, toValue(zone)));
  return (at: string): string => {
    const time = formats.value.time(at);
    const isToday = dayIn(toValue(zone), new Date(at)) === dayIn(toValue(zone), new Date());
    return isToday
      ? t('hospitalPage.doctor.today', { time })
      : t('hospitalPage.doctor.onDay', { day: formats.value.weekday(at), time });
  };
}

/** A doctor’s facts as the public pages show them, in the time zone of their hospital: the reader may be signed in at another. */
export function useDoctorFacts(of: MaybeRefOrGetter<ListedDoctor>, zone: MaybeRefOrGetter<string>) {
  const { locale } = useText();
  const { personName } = useNames();
  const timeText = useFreeTimeText(zone);
  const doctor = computed(() => toValue(of));
  const formats = computed(() => createFormats(locale.value, toValue(zone)));
  const money = (price: ListedDoctor['price']['booked']) => price && formats.value.money(price);
  return {
    name: computed(() => personName(doctor.value)),
    ...useDoctorLanguages(doctor),
    nextFree: computed(() => (doctor.value.nextFreeAt ? timeText(doctor.value.nextFreeAt) : undefined)),
    price: computed(() => money(doctor.value.price.booked ?? doctor.value.price['walk-in'])),
    prices: computed(() => ({
      now: money(doctor.value.price['walk-in']),
      booked: money(doctor.value.price.booked),
    })),
  };
}
