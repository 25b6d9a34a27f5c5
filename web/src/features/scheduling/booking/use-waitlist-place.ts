import { computed } from 'vue';
import { useFormats, useText } from '../../../core/i18n/index.ts';
import { useWaitlist } from '../queries.ts';

/** The patient’s own entry on the waitlist of a doctor in a department, also one for every doctor there, and its state in words. */
export function useWaitlistPlace(of: { readonly doctorId: string; readonly departmentId: string }) {
  const { t } = useText();
  const formats = useFormats();
  const entries = useWaitlist();
  const mine = computed(() =>
    entries.data.value?.find(
      ({ department, doctor }) => department.id === of.departmentId && (doctor === null || doctor.id === of.doctorId),
    ),
  );
  const words = computed(() => {
    if (!mine.value) return undefined;
    const { status, from, until } = mine.value;
    if (status === 'offered') return t('booking.waitlist.offered');
    return t('booking.waitlist.waiting', {
      from: formats.value.plainDate(from),
      until: formats.value.plainDate(until),
    });
  });
  return { entries, mine, words };
}
