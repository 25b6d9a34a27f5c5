export { allTexts, followOtherTabs, needErrorTexts, needTexts, provideTexts, setLocale } from './i18n.ts';
export { preferredLocale } from './preferred-locale.ts';
export type { MessageKey, TextArea } from './text-source.ts';
export { translate, useText } from './use-text.ts';
export { hospitalTimeZone, setHospitalTimeZone, useFormats } from './use-formats.ts';
export { createFormats } from './formats.ts';
export { hospitalPhone, setHospitalPhone } from './hospital-phone.ts';
export { codeOf, describeError, errorText, errorTitle } from './error-texts.ts';
