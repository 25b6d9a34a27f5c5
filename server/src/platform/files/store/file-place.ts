import { z } from 'zod';

/** An object that holds the bytes of a file, encrypted: what opens it and proves it. Stored in the file’s row, so that deleting the row ends its readability. */
export const fileObject = z.strictObject({
  key: z.string().min(1),
  /** Size and digest of the file, not of the object. */
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The key of this object alone, in base64. */
  secret: z.string().length(44),
});
export type FileObject = z.output<typeof fileObject>;

/** Where the bytes of a file are: in its row, or in an object. Exactly one is set. */
export interface FilePlace {
  content: Buffer | null;
  object: FileObject | null;
}

/** Returns SQL for the size of a file in bytes, wherever it is. */
export const fileBytesSql = (alias: string, column = 'content'): string =>
  `coalesce((${alias}.object->>'bytes')::int, octet_length(${alias}.${column}))`;
