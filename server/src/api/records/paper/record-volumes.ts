import type { Organization, Patient, Practitioner, RelatedPerson, Resource } from '@medplum/fhirtypes';
import { bothNames } from '../../../platform/paper/both-names.ts';
import { renderApart } from '../../../platform/paper/render-apart.ts';
import type { Words } from '../fhir/fhir-values.ts';
import { passageOf, type Passage } from './passage.ts';
import type { renderRecordPdf, RecordVolume } from './record-pdf.ts';

const renderer = new URL('./record-pdf.ts', import.meta.url).href;

/** Passages per volume: about a hundred pages, rendered in a few seconds, and the maximum of the record’s text in memory. */
const maxPassages = 1500;

/** Yields the record as readable PDFs with the hospital’s logo, volume by volume, each rendered in the shared PDF thread. */
export async function* volumes(
  record: AsyncIterable<Resource[]>,
  words: Words,
  at: Date,
  logo: Uint8Array | null,
): AsyncGenerator<Buffer> {
  const names = new Map<string, string>();
  const head = { hospital: '', otherName: '', patient: '' };
  let passages: Passage[] = [];
  let number = 0;
  const draw = (last: boolean) => {
    number += 1;
    const volume: RecordVolume = { ...head, logo, locale: words.locale, at: at.toISOString(), passages };
    passages = [];
    return renderApart<typeof renderRecordPdf>(renderer, 'renderRecordPdf', {
      ...volume,
      volume: number === 1 && last ? null : number,
    });
  };
  for await (const group of record) {
    for (const resource of group) {
      learn(resource, names, head);
      const passage = passageOf(resource, words, names);
      if (passage) passages.push(passage);
    }
    if (passages.length >= maxPassages) yield await draw(false);
  }
  if (passages.length > 0 || number === 0) yield await draw(true);
}

/** Collects names; people and organizations precede all resources that refer to them. */
function learn(
  resource: Resource,
  names: Map<string, string>,
  head: { hospital: string; otherName: string; patient: string },
): void {
  if (resource.resourceType === 'Organization') {
    const { name = '', alias = [] } = resource satisfies Organization;
    names.set(`Organization/${resource.id ?? ''}`, name);
    if (head.hospital === '') Object.assign(head, { hospital: name, otherName: alias[0] ?? name });
  } else if (
    resource.resourceType === 'Patient' ||
    resource.resourceType === 'Practitioner' ||
    resource.resourceType === 'RelatedPerson'
  ) {
    const [official, latin] = (resource as Patient | Practitioner | RelatedPerson).name ?? [];
    const name = bothNames(official?.text ?? '', latin?.text ?? '');
    names.set(`${resource.resourceType}/${resource.id ?? ''}`, name);
    if (resource.resourceType === 'Patient') head.patient = name;
  }
}
