import { useFormats, useText } from '../../app/i18n/index.ts';
import { kinds, type Figure } from './tiles.ts';

/** A figure as it is written for the reader; a dash where nothing was measured. */
export function useFigureWords() {
  const { t } = useText();
  const formats = useFormats();
  return (figure: Figure, value: number | null): string => {
    if (value === null) return figure === 'longest-wait' ? t('figures.nothing') : '–';
    switch (kinds[figure]) {
      case 'count':
        return formats.value.number(value);
      case 'seconds':
        return formats.value.duration(value);
      case 'tenths':
        return formats.value.shortSeconds(value);
      case 'mark':
        return formats.value.mark(value);
      case 'share':
        return formats.value.percent(value);
    }
  };
}
