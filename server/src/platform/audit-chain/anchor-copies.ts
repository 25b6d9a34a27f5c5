import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { AnchorFile } from './anchor.ts';

export interface AnchorCopy {
  hospital: { id: string; slug: string; name: LocalizedText };
  size: number;
  file: AnchorFile;
}

/**
 * A store of anchors outside the database. `put` resolves once the copy is stored, and may be repeated with the same one. It rejects instead of
 * replacing a copy by a different one.
 */
export interface AnchorCopies {
  put(copy: AnchorCopy): Promise<void>;
}

/** A store that can also be read: sizes of a hospital’s anchors, and each of them. */
export interface ReadableCopies extends AnchorCopies {
  sizes(hospitalId: string): Promise<number[]>;
  read(hospitalId: string, size: number): Promise<AnchorFile>;
}

/** Returns the file name of an anchor of this size. */
export const anchorFileName = (size: number) => `${String(size).padStart(12, '0')}.json`;
