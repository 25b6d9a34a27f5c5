import { translate } from '../../../core/i18n/index.ts';

const topics = ['pregnancy', 'lactation', 'renal impairment', 'hepatic impairment', 'posology'] as const;
const onSubstance = /^(Product information|Unverified, no label compared): .+, ([a-z ]+)$/;
const onlySubstance = /^Unverified, no label compared; its substance: (.+)$/;
const onlyDefined = /^Largest dose unverified; its defined daily dose: (.+)$/;
const doseOfSubstance = /^Largest dose unverified; its substance: (.+)$/;
const unverified = /; unverified$/;
/** Works that exist in Chinese, as `sources.csv` cites them. */
const works = {
  pharmacopoeia: 'Pharmacopoeia of the People’s Republic of China, volume I, Chinese Pharmacopoeia Commission, China',
  medication: 'Clinical medication information, chemicals and biologicals, Chinese Pharmacopoeia Commission, China',
  patents: 'Approved labels of Chinese patent medicines (说明书), National Medical Products Administration, China',
} as const;

/** Translates what the program says about a source into the reader’s language. Citations keep the language of the work. */
export function sourceLabel(source: string): string {
  const [, kind, named] = onSubstance.exec(source) ?? [];
  const topic = topics.find((each) => each === named);
  if (topic) {
    const about = { topic: translate(`alerts.source.topic.${topic}`) };
    return translate(kind === 'Product information' ? 'alerts.source.label' : 'alerts.source.notCompared', about);
  }
  if (source.startsWith('Nothing is on file here of ')) return translate('alerts.source.unknownSubstance');
  if (source === 'Duplicate therapy by ingredient') return translate('alerts.source.duplicate');
  if (source === 'Duplicate therapy by ingredient and by ATC level 4') return translate('alerts.source.duplicateClass');
  if (source === 'Duplicate therapy by purpose') return translate('alerts.source.duplicatePurpose');
  if (source === 'Prescription on record') return translate('alerts.source.onRecord');
  const [, index] = onlySubstance.exec(source) ?? [];
  if (index !== undefined) return translate('alerts.source.substanceOnly', { citation: index });
  const [, defined] = onlyDefined.exec(source) ?? [];
  if (defined !== undefined) return translate('alerts.source.definedDoseOnly', { citation: defined });
  const [, substance] = doseOfSubstance.exec(source) ?? [];
  if (substance !== undefined) return translate('alerts.source.doseOfSubstance', { citation: substance });
  const citation = inChinese(source.replace(unverified, ''));
  return unverified.test(source) ? translate('alerts.source.unverified', { citation }) : citation;
}

function inChinese(citation: string): string {
  const straight = citation.replaceAll("'", '’');
  for (const id of Object.keys(works) as (keyof typeof works)[]) {
    if (straight.startsWith(works[id])) return translate(`alerts.source.work.${id}`) + straight.slice(works[id].length);
  }
  return citation;
}

/** Names the versions of the data that a report was made with, in the reader’s language. */
export function dataVersionLabel(version: string): string {
  const [, formulary, rules] = /^formulary (.+), rules (.+)$/.exec(version) ?? [];
  return formulary && rules ? translate('alerts.dataVersion', { formulary, rules }) : version;
}
