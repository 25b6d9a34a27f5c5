export { allTexts, followOtherTabs, needTexts, preferredLocale, provideTexts, setLocale } from './i18n.ts';
export type { MessageKey, TextArea } from './text-source.ts';
export { translate, useText } from './use-text.ts';
export { hospitalTimeZone, setHospitalTimeZone, useFormats } from './use-formats.ts';
export { codeOf, describeError, errorText } from './error-texts.ts';
