import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { z } from 'zod';
import type { NumberedRecord } from '../../catalogues/index.ts';

const concept = z.looseObject({
  text: z.string().optional(),
  coding: z.array(z.looseObject({ code: z.string().optional(), display: z.string().optional() })).optional(),
});

/** FHIR R4B and R5 ClinicalUseDefinition of an interaction. FHIR has no element for the severity: it is one of the categories. */
const definition = z.looseObject({
  resourceType: z.literal('ClinicalUseDefinition'),
  type: z.string(),
  category: z.array(concept).optional(),
  identifier: z.array(z.looseObject({ system: z.string().optional(), value: z.string().optional() })).optional(),
  interaction: z
    .looseObject({
      interactant: z.array(z.looseObject({ itemCodeableConcept: concept.optional() })).optional(),
      effect: z.looseObject({ concept: concept.optional() }).optional(),
      management: z.array(concept).optional(),
    })
    .optional(),
});
type Definition = z.output<typeof definition>;
const bundle = z.looseObject({
  resourceType: z.literal('Bundle'),
  entry: z.array(z.looseObject({ resource: z.unknown() })),
});

const SEVERITY = /^(contraindicated|serious|major|moderate|minor|禁忌|严重|重度|中度|轻度)$/i;

/**
 * Yields the interactions of a Bundle, an array or NDJSON of ClinicalUseDefinition as rows of the CSV form. Other types of definitions are left out. A
 * resource that cannot be read is a row without cells, so that the file is rejected.
 */
export function* fhirRecords(text: string, Failure: new (text: LocalizedText) => Error): Generator<NumberedRecord> {
  let line = 0;
  const resources = resourcesIn(text, Failure);
  for (const resource of resources) {
    line += 1;
    const parsed = definition.safeParse(resource);
    if (parsed.success && parsed.data.type !== 'interaction') continue;
    yield { line, record: parsed.success ? recordOf(parsed.data) : BLANK, share: line / resources.length };
  }
}

const BLANK = { a: '', b: '', severity: '', source: '' };

function resourcesIn(text: string, Failure: new (text: LocalizedText) => Error): readonly unknown[] {
  try {
    const whole: unknown = JSON.parse(text);
    if (Array.isArray(whole)) return whole as unknown[];
    const parsed = bundle.safeParse(whole);
    return parsed.success ? parsed.data.entry.map(({ resource }) => resource) : [whole];
  } catch {
    return linesOf(text, Failure);
  }
}

function linesOf(text: string, Failure: new (text: LocalizedText) => Error): unknown[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [JSON.parse(line) as unknown];
    } catch {
      throw new Failure({
        en: `Line ${at + 1} is not JSON. The file may be incomplete.`,
        zh: `第${at + 1}行不是JSON，文件可能不完整。`,
      });
    }
  });
}

function recordOf({ category = [], identifier = [], interaction }: Definition): Record<string, string> {
  const [a, b, third] = (interaction?.interactant ?? []).map(({ itemCodeableConcept }) => nameOf(itemCodeableConcept));
  const { system = '', value = '' } = identifier[0] ?? {};
  const mechanism = nameOf(interaction?.effect?.concept);
  const advice = (interaction?.management ?? []).map(nameOf).filter(Boolean).join(' ');
  return {
    a: a ?? '',
    // Three or more interactants are no pair.
    b: third === undefined ? (b ?? '') : '',
    severity: category.flatMap(namesOf).find((name) => SEVERITY.test(name)) ?? '',
    source: [system, value].filter(Boolean).join(' '),
    ...inLanguage('mechanism', mechanism),
    ...inLanguage('advice', advice),
  };
}

/** FHIR texts have one language: Chinese when they contain a Han character. */
function inLanguage(of: string, text: string): Record<string, string> {
  return { [`${of}${/\p{Script=Han}/u.test(text) ? 'Zh' : 'En'}`]: text };
}

function namesOf({ text = '', coding = [] }: z.output<typeof concept>): string[] {
  return [...coding.flatMap(({ code = '', display = '' }) => [code, display]), text].filter(Boolean);
}

function nameOf(of: z.output<typeof concept> | undefined): string {
  return of?.text ?? of?.coding?.[0]?.display ?? of?.coding?.[0]?.code ?? '';
}
