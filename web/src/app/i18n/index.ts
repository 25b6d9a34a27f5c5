export { i18n, preferredLocale, setLocale, type MessageKey } from './i18n.ts';
export { translate, useText } from './use-text.ts';
export { hospitalTimeZone, setHospitalTimeZone, useFormats } from './use-formats.ts';
export { codeOf, describeError, errorText } from './error-texts.ts';
