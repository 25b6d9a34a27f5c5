import { computed, onMounted, type ShallowRef } from 'vue';
import { useComfort } from './density.ts';
import { useFormField } from './form-context.ts';
import type { Size } from './variants.ts';

export interface ControlProps {
  id?: string;
  name?: string;
  size?: Size;
  color?: 'primary' | 'error';
  highlight?: boolean;
  disabled?: boolean;
  autofocus?: boolean;
  modelModifiers?: { number?: boolean; trim?: boolean };
}

/** What fields to write in have in common: what the form field around them says, the value as it is meant, the first focus. */
export function useControl(
  props: ControlProps & { type?: string },
  element: Readonly<ShallowRef<HTMLInputElement | HTMLTextAreaElement | null>>,
  tell: {
    take: (value: string | number) => void;
    change: (event: Event) => void;
    blur: (event: FocusEvent) => void;
  },
) {
  const comfortable = useComfort();
  const field = useFormField(props);
  const size = computed(() => props.size ?? (comfortable ? 'xl' : 'md'));

  onMounted(() => {
    // After what opens the part has placed the focus itself.
    if (props.autofocus) setTimeout(() => element.value?.focus());
  });

  /** The value of what stands in the field: a number where one is asked for and written, otherwise the words. */
  function valueOf(written: string): string | number {
    const words = props.modelModifiers?.trim ? written.trim() : written;
    if (!props.modelModifiers?.number && props.type !== 'number') return words;
    const number = Number.parseFloat(words);
    return Number.isNaN(number) ? words : number;
  }

  return {
    field,
    comfortable,
    /** What the element itself listens to. */
    listeners: {
      input: () => {
        if (element.value) tell.take(valueOf(element.value.value));
        field.emitFormInput();
      },
      change: (event: Event) => {
        field.emitFormChange();
        tell.change(event);
      },
      blur: (event: FocusEvent) => {
        field.emitFormBlur();
        tell.blur(event);
      },
      focus: () => field.emitFormFocus(),
    },
    rootClass: computed(() => ['kit-field', `kit-${size.value}`, { 'kit-comfortable': comfortable }]),
    controlClass: computed(() => ({
      'kit-highlight': field.highlight.value,
      'kit-wrong': field.invalid.value || props.color === 'error',
    })),
  };
}
