import { onScopeDispose, shallowRef, type Ref } from 'vue';
import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
import { intakePictureTypes } from '@yunzhen/shared/intake/intake.constants';
import { picturesOfIntakeLimit } from '@yunzhen/shared/intake/forms/form';
import { describeError, useText } from '../../core/i18n/index.ts';
import { smallerPicture } from '../../core/smaller-picture.ts';
import { uploadPicture, useRemovePicture } from './actions.ts';

/** A picture being uploaded. */
export interface PictureUpload {
  /** Id of the picture on the server. */
  id: string;
  file: File;
  /** Object URL for `<img>`. */
  address: string;
  /** Uploaded share, from 0 to 1. */
  share: number;
  /** Why the upload failed; null while it runs. */
  error: unknown;
}

const newUpload = (file: File): PictureUpload => ({
  id: crypto.randomUUID(),
  file,
  share: 0,
  error: null,
  address: URL.createObjectURL(file),
});

/** Uploads chosen pictures one by one, and adds each to the answers once the server has it. */
export function usePictureUploads(of: { draftId: string; question: string }, pictures: Ref<IntakePicture[]>) {
  const { t } = useText();
  const removal = useRemovePicture();
  const uploads = shallowRef<readonly PictureUpload[]>([]);
  /** Returns the text of a picture’s error. */
  const fault = shallowRef<() => string>();
  const stops = new Map<string, AbortController>();

  const change = (id: string, part: Partial<PictureUpload>) =>
    (uploads.value = uploads.value.map((each) => (each.id === id ? { ...each, ...part } : each)));

  async function add(files: readonly File[]): Promise<void> {
    fault.value = undefined;
    const pictureFiles = files.filter(({ type }) => (intakePictureTypes as readonly string[]).includes(type));
    if (pictureFiles.length < files.length) fault.value = () => t('intake.pictures.type');
    const room = picturesOfIntakeLimit - pictures.value.length - uploads.value.length;
    if (pictureFiles.length > room) fault.value = () => t('intake.pictures.full', { n: picturesOfIntakeLimit });
    const taken = pictureFiles.slice(0, Math.max(0, room)).map(newUpload);
    uploads.value = [...uploads.value, ...taken];
    for (const { id } of taken) await send(id);
  }

  async function send(id: string): Promise<void> {
    const chosen = uploads.value.find((each) => each.id === id);
    if (!chosen) return;
    const stop = new AbortController();
    stops.set(id, stop);
    change(id, { error: null, share: 0 });
    try {
      const params = { draftId: of.draftId, pictureId: id };
      const options = { signal: stop.signal, onProgress: (share: number) => void change(id, { share }) };
      const picture = await uploadPicture(params, of.question, await smallerPicture(chosen.file), options);
      pictures.value = [...pictures.value.filter((each) => each.id !== id), picture];
      drop(id);
    } catch (error) {
      if (!stop.signal.aborted) change(id, { error });
    } finally {
      stops.delete(id);
    }
  }

  function drop(id: string): void {
    for (const each of uploads.value) if (each.id === id) URL.revokeObjectURL(each.address);
    uploads.value = uploads.value.filter((each) => each.id !== id);
  }

  /** Removes a picture that had already arrived before it was cancelled. */
  function cancel(id: string): void {
    stops.get(id)?.abort();
    drop(id);
    void removal.mutate({ params: { draftId: of.draftId, pictureId: id } });
  }

  async function remove(id: string): Promise<void> {
    fault.value = undefined;
    try {
      await removal.mutateAsync({ params: { draftId: of.draftId, pictureId: id } });
      pictures.value = pictures.value.filter((each) => each.id !== id);
    } catch (error) {
      fault.value = () => describeError(error).title;
    }
  }

  onScopeDispose(() => uploads.value.forEach(({ id }) => drop(id)));
  return { uploads, fault, add, retry: (id: string) => void send(id), cancel, remove };
}
