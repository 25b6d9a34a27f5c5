import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { AnchorFile } from './anchor.ts';

export interface AnchorCopy {
  hospital: { id: string; slug: string; name: LocalizedText };
  size: number;
  file: AnchorFile;
}

/**
 * A place outside of the database that keeps anchors. `put` resolves once it has the copy, and may be called again with the same one. It
 * never replaces a copy by another: it rejects then.
 */
export interface AnchorCopies {
  put(copy: AnchorCopy): Promise<void>;
}

/** A place that can be read again: sizes of the anchors that it has of a hospital, and each of them. */
export interface ReadableCopies extends AnchorCopies {
  sizes(hospitalId: string): Promise<number[]>;
  read(hospitalId: string, size: number): Promise<AnchorFile>;
}
