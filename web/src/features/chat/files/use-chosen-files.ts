import { computed, onScopeDispose, shallowRef } from 'vue';
import { attachmentBytesLimit, attachmentsOfMessageLimit } from '@yunzhen/shared/chat/chat.constants';
import { useText } from '../../../core/i18n/index.ts';
import type { OutgoingFile } from '../outbox/outgoing.ts';
import { faultOf, isPicture } from './chosen-file.ts';
import { smallerPicture } from '../../../core/smaller-picture.ts';
import { useFileSize } from './use-file-size.ts';

export interface ChosenFile extends OutgoingFile {
  /** Object URL, for pictures. */
  address: string | null;
}

/** Files chosen for the next message, prepared for sending. */
export function useChosenFiles() {
  const { t } = useText();
  const sizeOf = useFileSize();
  const chosen = shallowRef<readonly ChosenFile[]>([]);
  const preparing = shallowRef(0);
  /** Returns the text why a file was rejected. */
  const fault = shallowRef<() => string>();

  function faultLabel(file: File): (() => string) | null {
    const found = faultOf(file);
    return found && (() => t(`chat.fault.${found}`, { name: file.name, size: sizeOf(attachmentBytesLimit) }));
  }

  async function add(files: readonly File[]): Promise<void> {
    fault.value = undefined;
    const room = attachmentsOfMessageLimit - chosen.value.length - preparing.value;
    if (files.length > room) fault.value = () => t('chat.fault.many', { n: attachmentsOfMessageLimit });
    for (const file of files.slice(0, room)) {
      const refused = faultLabel(file);
      if (refused) {
        fault.value = refused;
        continue;
      }
      preparing.value += 1;
      const content = isPicture(file.type) ? await smallerPicture(file) : file;
      preparing.value -= 1;
      const address = isPicture(content.type) ? URL.createObjectURL(content) : null;
      chosen.value = [...chosen.value, { id: crypto.randomUUID(), name: file.name, content, address }];
    }
  }

  function remove(id: string) {
    for (const file of chosen.value) if (file.id === id && file.address) URL.revokeObjectURL(file.address);
    chosen.value = chosen.value.filter((file) => file.id !== id);
  }

  /** Moves the files to a message. */
  function take(): OutgoingFile[] {
    const taken = chosen.value.map(({ id, name, content }) => ({ id, name, content }));
    for (const { id } of taken) remove(id);
    fault.value = undefined;
    return taken;
  }

  onScopeDispose(() => chosen.value.forEach(({ id }) => remove(id)));
  return { chosen, preparing: computed(() => preparing.value > 0), fault, add, remove, take };
}
