import { computed, toValue, type MaybeRefOrGetter } from 'vue';
import { useFormats, useText } from '../../core/i18n/index.ts';

/** The languages a doctor speaks, named in the language of the page. */
export function useDoctorLanguages(of: MaybeRefOrGetter<{ readonly languages: readonly string[] }>) {
  const { locale } = useText();
  const formats = useFormats();
  const codes = computed(() => toValue(of).languages);
  return {
    languages: computed(() => {
      const names = new Intl.DisplayNames(locale.value, { type: 'language' });
      return formats.value.listWithAnd(codes.value.map((code) => names.of(new Intl.Locale(code).language) ?? code));
    }),
    /** Whether the doctor speaks the language of the page. */
    speaksMine: computed(() => {
      const { language } = new Intl.Locale(locale.value);
      return codes.value.some((code) => new Intl.Locale(code).language === language);
    }),
  };
}
