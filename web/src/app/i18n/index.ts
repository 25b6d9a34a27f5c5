export { allTexts, followOtherTabs, needTexts, preferredLocale, setLocale, type MessageKey } from './i18n.ts';
export type { TextArea } from './texts.ts';
export { translate, useText } from './use-text.ts';
export { hospitalTimeZone, setHospitalTimeZone, useFormats } from './use-formats.ts';
export { codeOf, describeError, errorText } from './error-texts.ts';
