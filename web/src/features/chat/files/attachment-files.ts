import { inject, onScopeDispose, provide, type InjectionKey } from 'vue';
import { fetchAttachment } from '../queries.ts';

/** The files of a chat while it is on the page: each is fetched once, in memory only, and let go with the chat. */
export interface AttachmentFiles {
  /** The file itself; every first call is a look that the hospital records. */
  blob(id: string): Promise<Blob>;
  /** An address for `<img>`. */
  address(id: string): Promise<string>;
  /** A file of one’s own that is on this device already, so that it need not come back over the line. */
  own(id: string, content: Blob): string;
}

const key: InjectionKey<AttachmentFiles> = Symbol('attachment files');

export function provideAttachmentFiles(visitId: string): AttachmentFiles {
  const blobs = new Map<string, Promise<Blob>>();
  const addresses = new Map<string, string>();

  function blob(id: string): Promise<Blob> {
    const known = blobs.get(id);
    if (known) return known;
    const fetched = fetchAttachment(visitId, id);
    blobs.set(id, fetched);
    // One that failed is asked for again the next time.
    fetched.catch(() => blobs.delete(id));
    return fetched;
  }

  function addressOf(id: string, content: Blob): string {
    const address = addresses.get(id) ?? URL.createObjectURL(content);
    addresses.set(id, address);
    return address;
  }

  const files: AttachmentFiles = {
    blob,
    address: async (id) => addressOf(id, await blob(id)),
    own(id, content) {
      if (!blobs.has(id)) blobs.set(id, Promise.resolve(content));
      return addressOf(id, content);
    },
  };
  onScopeDispose(() => addresses.forEach((address) => URL.revokeObjectURL(address)));
  provide(key, files);
  return files;
}

export function useAttachmentFiles(): AttachmentFiles {
  const files = inject(key);
  if (!files) throw new Error('attachments are shown within a chat');
  return files;
}
