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

/** Common behaviour of text fields: connects the form field around it, converts the value, and sets the initial focus. */
export function useControl(
  props: ControlProps & { type?: string },
  element: Readonly<ShallowRef<HTMLInputElement | HTMLTextAreaElement | null>>,
  tell: {
    take: (value: string | number) => void;
    change?: (event: Event) => void;
    blur?: (event: FocusEvent) => void;
  },
) {
  const comfortable = useComfort();
  const field = useFormField(props);
  const size = computed(() => props.size ?? (comfortable ? 'xl' : 'md'));

  onMounted(() => {
    // After the part’s opener has set the focus itself.
    if (props.autofocus) setTimeout(() => element.value?.focus());
  });

  /** Converts the entered text: to a number in a number field, otherwise unchanged. */
  function valueOf(written: string): string | number {
    const words = props.modelModifiers?.trim ? written.trim() : written;
    if (!props.modelModifiers?.number && props.type !== 'number') return words;
    const number = Number.parseFloat(words);
    return Number.isNaN(number) ? words : number;
  }

  return {
    field,
    comfortable,
    /** Event listeners of the element. */
    listeners: {
      input: () => {
        if (element.value) tell.take(valueOf(element.value.value));
        field.emitFormInput();
      },
      change: (event: Event) => {
        field.emitFormChange();
        tell.change?.(event);
      },
      blur: (event: FocusEvent) => {
        field.emitFormBlur();
        tell.blur?.(event);
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
