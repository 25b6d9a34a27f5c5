import type { Resource } from '@medplum/fhirtypes';

/**
 * Yields an R4 Bundle of type `collection` as text, in pieces, so that it is never in memory as a whole. `fullUrl` is the address of a resource at
 * this hospital, so that relative references resolve (R4, Bundle: 2.36.4).
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
