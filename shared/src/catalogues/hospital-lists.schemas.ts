import { z } from 'zod';
import { id, instant, localizedText, page, personNames, sortedQuery, text } from '../core/common.ts';
import {
  listKinds,
  listStates,
  hospitalListSorts,
  listTypes,
  listBytesLimit,
  remarkSorts,
  remarkOutcomes,
  activationSorts,
} from './hospital-lists.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const hospitalList = z.strictObject({
  id,
  kind: z.enum(listKinds),
  fileName: z.string(),
  /** The data version named in answers and checks while the list is active. */
  version: z.string(),
  state: z.enum(listStates),
  /** Checked share of the file, 0 to 1. */
  share: z.number().min(0).max(1),
  accepted: z.int(),
  refused: z.int(),
  /** Rows accepted with a reservation, such as a medicine with an unknown substance. */
  reserved: z.int(),
  /** Why the file as a whole was rejected. */
  failure: localizedText.nullable(),
  uploadedAt: instant,
  uploadedBy: personNames,
  active: z.boolean(),
});
export type HospitalList = z.output<typeof hospitalList>;

const kindParams = z.strictObject({ kind: z.enum(listKinds) });
const listParams = z.strictObject({ kind: z.enum(listKinds), listId: id });

/** A row that was rejected, or accepted with a reservation: its line, column and reason. */
export const listRemark = z.strictObject({
  /** Line of the file, where the header is line 1. */
  line: z.int(),
  column: z.string(),
  refused: z.boolean(),
  text: localizedText,
  /** The cell’s content, truncated. */
  value: z.string(),
});
export type ListRemark = z.output<typeof listRemark>;

const activation = z.strictObject({
  id,
  at: instant,
  by: personNames,
  /** Null for the built-in list. */
  listId: id.nullable(),
  fileName: z.string().nullable(),
});
export type ListActivation = z.output<typeof activation>;

export const hospitalListsSchemas = {
  listHospitalLists: {
    summary:
      'List the hospital’s lists of one kind and the built-in list; `q` searches file names, editions and uploaders',
    params: kindParams,
    query: z.strictObject({ ...sortedQuery(hospitalListSorts, 'desc'), state: z.enum(listStates).optional() }),
    response: page(hospitalList).extend({
      builtIn: z.strictObject({ version: z.string(), size: z.int(), source: z.string(), active: z.boolean() }),
      /** Columns of a file of this kind, required ones first, with a description. */
      columns: z.array(z.strictObject({ name: z.string(), needed: z.boolean(), text: localizedText })),
      /** A short example CSV file that is accepted as it is. */
      sample: z.string(),
    }),
  },
  readHospitalList: {
    summary: 'Get a list import with its progress and result',
    params: listParams,
    response: hospitalList,
  },
  uploadHospitalList: {
    summary:
      'Upload a list (CSV, plain or gzip) under a client-generated id; every row is checked, and nothing is used before activation',
    params: listParams,
    query: z.strictObject({ fileName: text(120, 1) }),
    accepts: listTypes,
    response: hospitalList,
    bodyLimit: listBytesLimit,
    rateLimit: 20,
  },
  cancelHospitalList: {
    summary: 'Cancel a list import',
    params: listParams,
    response: hospitalList,
  },
  listRemarks: {
    summary:
      'List rejected and doubtful rows by line, with column and reason in both languages; `q` searches line, column, reason and value',
    params: listParams,
    query: z.strictObject({ ...sortedQuery(remarkSorts), outcome: z.enum(remarkOutcomes).optional() }),
    response: page(listRemark.extend({ at: z.int() })),
  },
  activateHospitalList: {
    summary: 'Activate a list, an earlier list, or (null) the built-in list',
    params: kindParams,
    body: z.strictObject({ listId: id.nullable() }),
    response: z.strictObject({ active: id.nullable() }),
  },
  listActivations: {
    summary: 'List activations of lists with time and person; `q` searches file names and people',
    params: kindParams,
    query: z.strictObject(sortedQuery(activationSorts, 'desc')),
    response: page(activation),
  },
} satisfies RouteSchemas;
