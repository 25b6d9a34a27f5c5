/**
 * Sizes of controls below a layout, so that pages need not say them. Patients: 16 px and targets of 48 px. Staff keep the
 * kit's own 14 px.
 */
const field = { size: 'xl', class: 'w-full', ui: { base: 'min-h-12' } } as const;

export const comfortable = {
  button: { size: 'xl', class: 'min-h-12 justify-center' },
  input: field,
  select: field,
  selectMenu: field,
  textarea: { size: 'xl', class: 'w-full' },
  formField: { size: 'xl' },
  checkbox: { size: 'xl' },
  radioGroup: { size: 'xl', ui: { fieldset: 'gap-x-5' } },
  // While it sends, a form would disable its fields, and whoever writes by keyboard would be nowhere on the page after a refusal. That
  // nothing is sent twice is seen to by `useAttempt`.
  form: { loadingAuto: false },
} as const;
