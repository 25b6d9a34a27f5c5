import type {
  AllergyIntolerance,
  Appointment,
  AuditEvent,
  CodeableConcept,
  Communication,
  Composition,
  Condition,
  DocumentReference,
  Encounter,
  Invoice,
  MedicationDispense,
  MedicationRequest,
  MedicationStatement,
  Observation,
  Patient,
  Quantity,
  QuestionnaireResponse,
  QuestionnaireResponseItem,
  QuestionnaireResponseItemAnswer,
  RelatedPerson,
  Resource,
  Task,
} from '@medplum/fhirtypes';
import { punctuationOf } from '@yunzhen/shared/core/locale';
import { inBrackets } from '../../../platform/paper/in-brackets.ts';
import { either, proseOf, systems, type Words } from '../fhir/fhir-values.ts';
import { paperLabels, type PaperLabels, type SectionName } from './paper-labels.ts';

/** A passage of the readable record: heading, time and text. */
export interface Passage {
  section: SectionName;
  /** Instant or day (ISO); null when a time is meaningless. */
  at: string | null;
  title: string;
  lines: string[];
}

/** Names of people by reference, from the preceding resources. */
export type Names = ReadonlyMap<string, string>;

interface Reading {
  words: Words;
  labels: PaperLabels;
  names: Names;
}

const said = (value: CodeableConcept | undefined): string => {
  const [first] = value?.coding ?? [];
  return value?.text ?? first?.display ?? first?.code ?? '';
};
const codeOf = (value: CodeableConcept | undefined, system: string): string =>
  value?.coding?.find((one) => one.system === system)?.code ?? '';
const amount = (value: Quantity | undefined): string =>
  value ? `${value.value ?? ''} ${value.unit ?? ''}`.trim() : '';
const lines = (...all: (string | undefined | false)[]): string[] =>
  all.filter((line): line is string => typeof line === 'string' && line.trim() !== '');

/**
 * Returns a resource as text in the patient’s language; null for resources without readable content (signatures, roles). It is derived from the
 * resource, so that paper and bundle can’t differ.
 */
export function passageOf(resource: Resource, words: Words, names: Names): Passage | null {
  const reading = { words, labels: paperLabels(words), names };
  switch (resource.resourceType) {
    case 'Patient':
      return patient(resource, reading);
    case 'RelatedPerson':
      return relatedPerson(resource, reading);
    case 'AllergyIntolerance':
      return allergy(resource, reading);
    case 'Condition':
      return condition(resource, reading);
    case 'MedicationStatement':
      return statedMedicine(resource, reading);
    case 'Observation':
      return observation(resource, reading);
    case 'Appointment':
      return appointment(resource, reading);
    case 'Encounter':
      return encounter(resource, reading);
    case 'Invoice':
      return invoice(resource, reading);
    case 'QuestionnaireResponse':
      return questionnaire(resource, reading);
    case 'Composition':
      return composition(resource, reading);
    case 'MedicationRequest':
      return request(resource, reading);
    case 'Task':
      return review(resource, reading);
    case 'MedicationDispense':
      return dispense(resource, reading);
    case 'DocumentReference':
      return document(resource, reading);
    case 'Communication':
      return message(resource, reading);
    case 'AuditEvent':
      return look(resource, reading);
    default:
      return null;
  }
}

const nameOf = ({ names }: Reading, reference: { reference?: string } | undefined): string =>
  names.get(reference?.reference ?? '') ?? '';

function patient(one: Patient, { labels, words }: Reading): Passage {
  const { colon } = punctuationOf(words.locale);
  const [official, latin] = one.name ?? [];
  return {
    section: 'person',
    at: null,
    title: official?.text ?? '',
    lines: lines(
      latin?.text,
      `${labels.birthDate}${colon}${one.birthDate ?? ''}`,
      `${labels.sex}${colon}${labels.sexes[one.gender ?? 'unknown']}`,
      ...(one.telecom ?? []).map(({ value }) => value),
    ),
  };
}

function relatedPerson(one: RelatedPerson, { labels }: Reading): Passage {
  const title = `${one.name?.[0]?.text ?? ''} · ${said(one.relationship?.[0])}`;
  return { section: 'person', at: one.period?.start ?? null, title, lines: lines(!one.active && labels.ended) };
}

/** Returns the state of an entry, unless it is simply current. */
const standing = (verification: CodeableConcept | undefined, { labels }: Reading): string => {
  const code = verification?.coding?.[0]?.code ?? '';
  return labels.verification[code] ?? '';
};

function allergy(one: AllergyIntolerance, reading: Reading): Passage {
  const [reaction] = one.reaction ?? [];
  const severity = reaction?.severity ? reading.labels.severities[reaction.severity] : undefined;
  return {
    section: 'allergies',
    at: one.recordedDate ?? null,
    title: said(one.code),
    lines: lines(
      reaction?.manifestation[0]?.text,
      severity,
      standing(one.verificationStatus, reading),
      nameOf(reading, one.recorder),
    ),
  };
}

function condition(one: Condition, reading: Reading): Passage {
  const { labels, words } = reading;
  const ofVisit =
    codeOf(one.category?.[0], 'http://terminology.hl7.org/CodeSystem/condition-category') === 'encounter-diagnosis';
  const code = codeOf(one.code, systems.icd10);
  return {
    section: ofVisit ? 'diagnoses' : 'conditions',
    at: one.recordedDate ?? null,
    title: code ? inBrackets(said(one.code), code, words.locale) : said(one.code),
    lines: lines(
      one.onsetDateTime && `${labels.since} ${one.onsetDateTime}`,
      one.abatementDateTime && labels.over,
      standing(one.verificationStatus, reading),
      nameOf(reading, one.recorder),
    ),
  };
}

function statedMedicine(one: MedicationStatement, { labels }: Reading): Passage {
  const state = one.status === 'active' ? undefined : labels.retracted;
  return {
    section: 'statedMedicines',
    at: one.dateAsserted ?? null,
    title: said(one.medicationCodeableConcept),
    lines: lines(one.dosage?.[0]?.text, state),
  };
}

function observation(one: Observation, { labels, words }: Reading): Passage {
  const { colon } = punctuationOf(words.locale);
  const parts = (one.component ?? []).map((part) => {
    const value = part.valueQuantity
      ? amount(part.valueQuantity)
      : (part.valueDateTime ?? part.valueInteger?.toString() ?? said(part.valueCodeableConcept));
    return `${labels.parts[part.code.coding?.[0]?.code ?? ''] ?? said(part.code)}${colon}${value}`;
  });
  const value = one.valueQuantity ? amount(one.valueQuantity) : said(one.valueCodeableConcept);
  return {
    section: 'observations',
    at: one.effectiveDateTime ?? null,
    title: lines(said(one.code), value).join(colon),
    lines: lines(...parts, one.status === 'entered-in-error' && labels.retracted),
  };
}

function appointment(one: Appointment, reading: Reading): Passage {
  const doctor = one.participant.find(({ actor }) => actor?.reference?.startsWith('Practitioner/'))?.actor;
  return {
    section: 'appointments',
    at: one.start ?? null,
    title: lines(nameOf(reading, doctor), said(one.specialty?.[0])).join(' · '),
    lines: lines(reading.labels.appointments[one.status], said(one.reasonCode?.[0]), one.cancelationReason?.text),
  };
}

function encounter(one: Encounter, reading: Reading): Passage {
  const own = one.extension?.find(({ url }) => url === systems.own('status'))?.valueCode ?? '';
  const why = one.extension?.find(({ url }) => url === systems.own('end-reason'))?.valueString;
  const doctor = one.participant?.[0]?.individual;
  return {
    section: 'visits',
    at: one.period?.start ?? null,
    title: lines(nameOf(reading, doctor), said(one.serviceType)).join(' · '),
    lines: lines(said(one.reasonCode?.[0]), reading.labels.visits[own], why),
  };
}

function invoice(one: Invoice, { words }: Reading): Passage {
  const { value = 0, currency = '' } = one.totalGross ?? {};
  return {
    section: 'visits',
    at: one.date ?? null,
    title: either(words, 'Bill', '收费单'),
    lines: lines(one.identifier?.[0]?.value, `${value} ${currency}`),
  };
}

/** Returns only the questions on the complaint; the rest is shown with the visit, allergies and medicines. */
function questionnaire(one: QuestionnaireResponse, { words }: Reading): Passage | null {
  const groups = (one.item ?? []).filter(({ item }) => item !== undefined);
  if (groups.length === 0) return null;
  return {
    section: 'visits',
    at: one.authored ?? null,
    title: either(words, 'Answers before the visit', '预问诊'),
    lines: groups.flatMap(({ text, item = [] }) => [text ?? '', ...item.map((each) => answerLine(each, words))]),
  };
}

function answerLine({ text, answer = [] }: QuestionnaireResponseItem, words: Words): string {
  const all = answer.map((each) => answerText(each, words)).join(either(words, '; ', '；'));
  return `${text ?? ''} ${all}`.trim();
}

function answerText(answer: QuestionnaireResponseItemAnswer, words: Words): string {
  if (answer.valueBoolean !== undefined)
    return answer.valueBoolean ? either(words, 'Yes', '是') : either(words, 'No', '否');
  if (answer.valueReference) return either(words, 'picture', '照片');
  if (answer.valueQuantity) return amount(answer.valueQuantity);
  if (answer.valueCoding) return answer.valueCoding.display ?? answer.valueCoding.code ?? '';
  return String(answer.valueString ?? answer.valueDate ?? answer.valueInteger ?? '');
}

function composition(one: Composition, reading: Reading): Passage {
  const { locale } = reading.words;
  const parts = (one.section ?? []).flatMap(({ title = '', text, author }) =>
    lines(author ? inBrackets(title, nameOf(reading, author[0]), locale) : title, ...proseOf(text ?? {}).split('\n')),
  );
  return {
    section: 'notes',
    at: one.date,
    title: lines(one.title, nameOf(reading, one.author[0])).join(' · '),
    lines: parts,
  };
}

function request(one: MedicationRequest, reading: Reading): Passage {
  const { labels } = reading;
  const { colon, list } = punctuationOf(reading.words.locale);
  const own = one.extension?.find(({ url }) => url === systems.own('status'))?.valueCode ?? '';
  const [first] = one.dosageInstruction ?? [];
  return {
    section: 'prescriptions',
    at: one.authoredOn ?? null,
    title: said(one.medicationCodeableConcept),
    lines: lines(
      first?.text,
      first?.patientInstruction,
      `${labels.quantity}${colon}${amount(one.dispenseRequest?.quantity)}`,
      (one.reasonCode ?? []).map(said).join(list),
      `${labels.number} ${one.groupIdentifier?.value ?? ''} · ${labels.prescriptions[own] ?? own} · ${nameOf(reading, one.requester)}`,
      said(one.statusReason),
    ),
  };
}

function review(one: Task, reading: Reading): Passage {
  const { labels } = reading;
  return {
    section: 'prescriptions',
    at: one.authoredOn ?? null,
    title: `${said(one.code)} · ${labels.number} ${one.groupIdentifier?.value ?? ''}`,
    lines: lines(labels.reviews[one.status ?? ''], nameOf(reading, one.owner), said(one.statusReason)),
  };
}

function dispense(one: MedicationDispense, reading: Reading): Passage {
  const actor = one.performer?.[0]?.actor;
  return {
    section: 'prescriptions',
    at: one.whenHandedOver ?? null,
    title: `${reading.labels.dispensed}${punctuationOf(reading.words.locale).colon}${said(one.medicationCodeableConcept)}`,
    lines: lines(amount(one.quantity), nameOf(reading, actor), one.note?.[0]?.text),
  };
}

function document(one: DocumentReference, reading: Reading): Passage {
  const { attachment } = one.content[0] ?? { attachment: {} };
  return {
    section: 'documents',
    at: one.date ?? null,
    title: one.description ?? said(one.type),
    lines: lines(attachment.url ?? reading.labels.revoked, nameOf(reading, one.author?.[0])),
  };
}

function message(one: Communication, reading: Reading): Passage {
  const text = (one.payload ?? []).map((part) => part.contentString ?? reading.labels.attachment);
  return {
    section: 'chat',
    at: one.sent ?? null,
    title: nameOf(reading, one.sender),
    lines: text.flatMap((part) => part.split('\n')),
  };
}

function look(one: AuditEvent, { labels }: Reading): Passage {
  const [agent] = one.agent;
  const code = one.subtype?.[0]?.code ?? '';
  const names: Readonly<Record<string, string>> = labels.looks;
  const emergency = (one.purposeOfEvent ?? []).length > 0 ? labels.emergency : undefined;
  return {
    section: 'looks',
    at: one.recorded,
    title: `${agent?.name ?? ''} · ${names[code] ?? code}`,
    lines: lines(emergency, one.outcomeDesc),
  };
}
