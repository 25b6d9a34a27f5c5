import { z } from 'zod';

/** What two installations must have in common for rows to fit. */
export interface Schema {
  migrations: string[];
  jobs: number;
}

const digest = z.object({ rows: z.number(), changed: z.number(), content: z.string() });

/** What the source asks for. Only `open` opens the hospital, and the source sends it only once it is closed for good. */
export const request = z.discriminatedUnion('ask', [
  z.object({
    ask: z.literal('greet'),
    move: z.uuid(),
    hospitalId: z.uuid(),
    slug: z.string(),
    isDemo: z.boolean(),
    schema: z.object({ migrations: z.array(z.string()), jobs: z.number() }),
  }),
  z.object({ ask: z.literal('begin') }),
  /** A pass over all tables, as of one moment at the source. `compares`: the content of all rows, or of those that it sends. */
  z.object({
    ask: z.literal('pass'),
    compares: z.enum(['everything', 'changes']),
    digests: z.record(z.string(), digest),
  }),
  /** A table with rows to send, or with rows that were deleted. */
  z.object({ ask: z.literal('table'), table: z.string() }),
  /** Everything that has arrived since the last time. `isComplete`: and nothing is still to be linked into the chain. */
  z.object({ ask: z.literal('verify'), isComplete: z.boolean() }),
  z.object({
    ask: z.literal('ready'),
    address: z.string(),
    hospital: z.looseObject({ slug: z.string() }),
    jobs: z.array(z.record(z.string(), z.unknown())),
  }),
  z.object({ ask: z.literal('open') }),
]);
export type Request = z.output<typeof request>;

export const greeted = z.object({ state: z.enum(['none', 'arriving', 'ready', 'opened']) });
export const done = z.object({ done: z.literal(true) });
/** Tables of which nothing was changed, but rows were deleted. */
export const passAnswer = z.object({ gone: z.array(z.string()) });
/** `keys`: rows were deleted, so the target asks for the keys of those that are left. */
export const tableAnswer = z.object({ keys: z.boolean() });
export const verified = z.object({ entries: z.number(), records: z.number() });
export type Verified = z.output<typeof verified>;
/** SHA-256 of the code with which the target gives up after the source has moved. */
export const readied = z.object({ withdrawal: z.string() });
