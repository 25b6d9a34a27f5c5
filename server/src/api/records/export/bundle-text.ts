import type { Resource } from '@medplum/fhirtypes';

/**
 * R4 Bundle of type `collection` as text, piece by piece, so that it never stands in memory as a whole. `fullUrl` names where a resource
 * would stand on this hospital’s own address, so that the relative references within the bundle resolve (R4, Bundle: 2.36.4).
 */
export async function* bundleText(
  head: { id: string; timestamp: Date; base: string },
  groups: AsyncIterable<Resource[]>,
  written: () => void,
): AsyncGenerator<string> {
  yield `{"resourceType":"Bundle","id":${JSON.stringify(head.id)},"type":"collection","timestamp":"${head.timestamp.toISOString()}","entry":[`;
  let first = true;
  for await (const group of groups) {
    for (const resource of group) {
      const fullUrl = `${head.base}/${resource.resourceType}/${resource.id ?? ''}`;
      yield `${first ? '' : ','}\n${JSON.stringify({ fullUrl, resource })}`;
      first = false;
    }
    written();
  }
  yield '\n]}\n';
}
