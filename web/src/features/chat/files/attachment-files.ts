import { inject, onScopeDispose, provide, type InjectionKey } from 'vue';
import { fetchAttachment } from '../queries.ts';

/** Files of a visible chat: each is fetched once, stored in memory only, and released with the chat. */
export interface AttachmentFiles {
  /** Fetches the file; every first call is an audited read. */
  blob(id: string): Promise<Blob>;
  /** Returns an object URL for `<img>`. */
  address(id: string): Promise<string>;
  /** Registers a file of the user that is already on this device, so that it is not downloaded again. */
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
    // A failed fetch is retried on the next call.
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
  if (!files) throw new Error('no attachments: use this inside a chat');
  return files;
}
