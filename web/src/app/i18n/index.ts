export { currentLocale, i18n, preferredLocale, setLocale, type MessageKey } from './i18n.ts';
export { translate, useText } from './use-text.ts';
export { hospitalTimeZone, setHospitalTimeZone, useFormats } from './use-formats.ts';
export { createFormats, type Formats } from './formats.ts';
export { codeOf, describeError, errorText, type ErrorText } from './error-texts.ts';
