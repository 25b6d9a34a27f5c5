import { computed, inject, onScopeDispose, provide, type ComputedRef, type InjectionKey, type Ref } from 'vue';
import { useDebounceFn } from '@vueuse/core';
import type { Size } from './variants.ts';

/** Error of one field, by its name in the form’s state; `id` is the element to focus. */
export interface FormError {
  name?: string;
  message: string;
  id?: string | undefined;
}
export type FormErrorEvent = Event & { errors: FormError[] };
export type FormSubmitEvent<Output> = Event & { data: Output };

/** Methods of a form for its page, through a template ref. */
export interface FormHandle {
  errors: readonly FormError[];
  setErrors(found: FormError[]): void;
  /** Removes the errors of the named field, or all. */
  clear(name?: string): void;
  submit(): void;
}

export interface FieldEvent {
  type: 'input' | 'change' | 'blur' | 'focus';
  name?: string;
}

/** Provided by a form to its fields. */
export interface FormContext {
  report(event: FieldEvent): void;
  readonly errors: Ref<FormError[]>;
  readonly fields: Ref<Record<string, { id?: string | undefined; pattern?: RegExp | undefined }>>;
  readonly disabled: ComputedRef<boolean>;
}
export const formContextKey: InjectionKey<FormContext> = Symbol('form');

/** Provided by a form field to its control. */
export interface FieldState {
  readonly name: string | undefined;
  readonly invalid: boolean;
  /** Ids of the elements that describe the control. */
  readonly describedBy: string | undefined;
  readonly required?: boolean;
}
export interface FieldContext {
  /** Id of the control; a control with its own id sets it. */
  readonly id: Ref<string | undefined>;
  readonly field: ComputedRef<FieldState>;
}
export const fieldContextKey: InjectionKey<FieldContext | null> = Symbol('form-field');

export interface FieldProps {
  id?: string | undefined;
  name?: string | undefined;
  size?: Size | undefined;
  disabled?: boolean | undefined;
  highlight?: boolean | undefined;
}

const INPUT_DELAY_MS = 300;

/**
 * Connects a control with the form field and the form around it. Parts within the control are not connected again. A group of controls is not
 * `labelled`: the field’s label names no single element.
 */
export function useFormField(props: FieldProps = {}, { labelled = true }: { labelled?: boolean } = {}) {
  const form = inject(formContextKey, null);
  const around = inject(fieldContextKey, null);
  provide(fieldContextKey, null);
  if (around && !labelled) around.id.value = undefined;
  else if (around && props.id !== undefined) around.id.value = props.id;

  const name = computed(() => props.name ?? around?.field.value.name);
  const invalid = computed(() => around?.field.value.invalid ?? false);
  function report(type: FieldEvent['type']): void {
    const field = around?.field.value.name;
    if (field !== undefined) form?.report({ type, name: field });
  }

  let disposed = false;
  onScopeDispose(() => (disposed = true));
  const reportInput = useDebounceFn(
    () => {
      if (!disposed) report('input');
    },
    form ? INPUT_DELAY_MS : 0,
  );

  return {
    id: computed(() => props.id ?? around?.id.value),
    name,
    invalid,
    required: computed(() => around?.field.value.required || undefined),
    highlight: computed(() => invalid.value || props.highlight || undefined),
    disabled: computed(() => form?.disabled.value || props.disabled || undefined),
    ariaAttrs: computed(() => {
      if (!around) return {};
      const { describedBy } = around.field.value;
      return { 'aria-invalid': invalid.value, ...(describedBy !== undefined && { 'aria-describedby': describedBy }) };
    }),
    emitFormBlur: () => report('blur'),
    emitFormFocus: () => report('focus'),
    emitFormChange: () => report('change'),
    emitFormInput: () => void reportInput(),
  };
}
