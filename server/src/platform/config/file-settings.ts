import { z } from 'zod';
import { url } from './config.ts';

/** Where files are: in the database, or in a bucket of an S3-compatible store. */
export const fileSettings = {
  /** Where new files of patients and staff go: `postgres`, or `s3` for the bucket at `FILE_S3_URL`. Earlier ones stay readable; `npm run files -- move` moves them. */
  FILE_STORE: z.enum(['postgres', 's3'], { error: '"postgres" or "s3"' }).default('postgres'),
  /** The bucket for files, of an S3-compatible store: `https://s3.example.org/bucket`. Needed as long as any file is there. */
  FILE_S3_URL: url.optional(),
  /** The region that this store signs for. */
  FILE_S3_REGION: z.string().min(1).default('us-east-1'),
  /** The access key of this bucket; it needs to put, get, delete and list. */
  FILE_S3_ACCESS_KEY: z.string().min(1).optional(),
  /** The secret of this access key. */
  FILE_S3_SECRET_KEY: z.string().min(1).optional(),
};
export type FileSettings = Readonly<z.output<z.ZodObject<typeof fileSettings>>>;

export function objectionToFileSettings(given: FileSettings): { setting: string; expected: string } | null {
  if (given.FILE_STORE === 's3' && !given.FILE_S3_URL)
    return { setting: 'FILE_S3_URL', expected: 'the bucket for files, because FILE_STORE is s3' };
  if (given.FILE_S3_URL && !(given.FILE_S3_ACCESS_KEY && given.FILE_S3_SECRET_KEY))
    return { setting: 'FILE_S3_ACCESS_KEY', expected: 'the access key of FILE_S3_URL, with FILE_S3_SECRET_KEY' };
  return null;
}
