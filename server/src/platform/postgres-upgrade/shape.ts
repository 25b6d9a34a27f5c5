import type { Client } from 'pg';
import { jobsSchema } from '../db/migrate.ts';
import { notOfExtension, ownSchemas } from './session.ts';

const table = `format('%I.%I', n.nspname, c.relname)`;
const ofRelations = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ownSchemas} AND ${notOfExtension('pg_class', 'c.oid')} AND NOT c.relispartition`;
/** pg-boss migrates its own schema step by step; only what is copied must be equal there. */
const beyondJobs = `n.nspname <> '${jobsSchema}'`;

/** Catalogues of kinds of objects that no migration creates, so what is in them was added by hand and is compared by name only. */
const kindsAddedByHand = [
  'pg_publication',
  'pg_subscription',
  'pg_statistic_ext',
  'pg_event_trigger',
  'pg_default_acl',
  'pg_parameter_acl',
  'pg_foreign_data_wrapper',
  'pg_foreign_server',
  'pg_user_mapping',
  'pg_operator',
  'pg_opclass',
  'pg_opfamily',
  'pg_am',
  'pg_cast',
  'pg_collation',
  'pg_conversion',
  'pg_language',
  'pg_transform',
  'pg_ts_config',
  'pg_ts_dict',
  'pg_ts_parser',
  'pg_ts_template',
];

/** Objects that initdb creates have smaller ones. */
const firstNormalOid = 16_384;

/** One line for each object in a catalogue that initdb and extensions did not create. */
const addedTo = (catalog: string, condition = 'true') => `
  SELECT concat_ws(' ', i.type, i.identity) FROM ${catalog} c, pg_identify_object('${catalog}'::regclass, c.oid, 0) i
  WHERE c.oid >= ${firstNormalOid} AND ${condition} AND ${notOfExtension(catalog, 'c.oid')}`;

/** Views are compared by their definitions, and the types of tables with these. */
const addedByHand = [
  ...kindsAddedByHand.map((catalog) => addedTo(catalog)),
  addedTo('pg_rewrite', `c.rulename <> '_RETURN'`),
  addedTo('pg_class', `c.relkind = 'c'`),
  addedTo('pg_constraint', `c.contypid <> 0 AND c.contype <> 'n'`),
].join('\n  UNION ALL');

/**
 * What makes up a database apart from rows and rights, one line each. Partitions follow their table. NOT NULL is compared as a property of columns:
 * since version 18 it is a constraint too.
 */
const shapeQuery = `
  SELECT 'schema ' || nspname || ' of ' || pg_get_userbyid(nspowner) AS line FROM pg_namespace n WHERE ${ownSchemas}
  UNION ALL
  SELECT 'extension ' || extname FROM pg_extension
  UNION ALL
  SELECT concat_ws(' ', 'relation', ${table}, c.relkind, 'of', pg_get_userbyid(c.relowner), c.relpersistence,
    CASE WHEN c.relrowsecurity THEN 'row security' END, CASE WHEN c.relforcerowsecurity THEN 'forced' END, c.reloptions::text,
    CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) WHEN 'v' THEN pg_get_viewdef(c.oid) WHEN 'm' THEN pg_get_viewdef(c.oid) END)
  FROM ${ofRelations} AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND (${beyondJobs} OR c.relkind IN ('r', 'p', 'S'))
  UNION ALL
  SELECT concat_ws(' ', 'column', ${table} || '.' || quote_ident(a.attname), format_type(a.atttypid, a.atttypmod),
    CASE WHEN a.attnotnull THEN 'not null' END, nullif(a.attidentity, ''), nullif(a.attgenerated, ''),
    (SELECT pg_get_expr(d.adbin, d.adrelid) FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adnum = a.attnum AND ${beyondJobs}))
  FROM pg_attribute a JOIN ${ofRelations.replace('pg_class c', 'pg_class c ON c.oid = a.attrelid')}
    AND c.relkind IN ('r', 'p', 'v') AND a.attnum > 0 AND NOT a.attisdropped
  UNION ALL
  SELECT concat_ws(' ', 'constraint', ${table}, quote_ident(o.conname), pg_get_constraintdef(o.oid))
  FROM pg_constraint o JOIN ${ofRelations.replace('pg_class c', 'pg_class c ON c.oid = o.conrelid')} AND o.contype <> 'n' AND ${beyondJobs}
  UNION ALL
  SELECT concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid), CASE WHEN NOT i.indisvalid THEN 'invalid' END)
  FROM pg_index i JOIN ${ofRelations.replace('pg_class c', 'pg_class c ON c.oid = i.indrelid')} AND ${beyondJobs}
  UNION ALL
  SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid), t.tgenabled)
  FROM pg_trigger t JOIN ${ofRelations.replace('pg_class c', 'pg_class c ON c.oid = t.tgrelid')} AND NOT t.tgisinternal AND ${beyondJobs}
  UNION ALL
  SELECT concat_ws(' ', 'policy', schemaname, tablename, policyname, permissive, roles::text, cmd, qual, '/', with_check) FROM pg_policies
  UNION ALL
  SELECT concat_ws(' ', 'function', p.oid::regprocedure::text, pg_get_function_result(p.oid), 'of', pg_get_userbyid(p.proowner), l.lanname,
    p.provolatile, CASE WHEN p.prosecdef THEN 'security definer' END, p.proconfig::text, md5(p.prosrc), p.prosqlbody IS NOT NULL)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
  WHERE ${ownSchemas} AND ${notOfExtension('pg_proc', 'p.oid')} AND ${beyondJobs}
  UNION ALL
  SELECT concat_ws(' ', 'type', format('%I.%I', n.nspname, t.typname), t.typtype, format_type(nullif(t.typbasetype, 0), t.typtypmod),
    (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace
  WHERE ${ownSchemas} AND ${notOfExtension('pg_type', 't.oid')} AND t.typtype IN ('e', 'd', 'r') AND ${beyondJobs}
  UNION ALL ${addedByHand}`;

/** The record of migrations got columns and another primary key over time, and its own program brings it up to date. */
const ofRecord = /^(column|constraint|index) .*\bschema_migration\b/;

/** Returns what only one of two databases has: `-` marks the first one, `+` the second. */
export async function shapeDifferences(source: Client, target: Client): Promise<string[]> {
  const [before, after] = await Promise.all([shapeOf(source), shapeOf(target)]);
  const lost = [...before].filter((line) => !after.has(line)).map((line) => `- ${line}`);
  const added = [...after].filter((line) => !before.has(line)).map((line) => `+ ${line}`);
  return [...lost, ...added];
}

async function shapeOf(client: Client): Promise<Set<string>> {
  const { rows } = await client.query<{ line: string }>(shapeQuery);
  return new Set(rows.map(({ line }) => line).filter((line) => !ofRecord.test(line)));
}

/** Creates partitions that only the first database has: those of days, for example. */
export async function createPartitions(source: Client, target: Client): Promise<void> {
  const query = `SELECT format('CREATE TABLE %s PARTITION OF %s %s', ${table}, i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid)) AS statement,
      ${table} AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_inherits i ON i.inhrelid = c.oid
    WHERE ${ownSchemas} AND c.relispartition AND c.relkind IN ('r', 'p') ORDER BY c.relkind, c.oid`;
  const { rows } = await source.query<{ statement: string; name: string }>(query);
  const existing = new Set((await target.query<{ name: string }>(query)).rows.map(({ name }) => name));
  for (const { statement, name } of rows) if (!existing.has(name)) await target.query(statement);
}
