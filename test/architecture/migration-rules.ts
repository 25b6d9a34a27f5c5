import {
  parse,
  type AlterTableCmd,
  type AlterTableStmt,
  type ColumnDef,
  type Constraint,
  type CreateEnumStmt,
  type CreateFunctionStmt,
  type CreateStmt,
  type CreateTableAsStmt,
  type DropStmt,
  type IndexStmt,
  type Node,
  type RenameStmt,
  type ViewStmt,
} from 'libpg-query';
import type { MigrationSource } from './migration-statements.ts';

/** Statements by their names in Postgres’s parser, with what the rules look at. */
interface Statement {
  readonly AlterTableStmt?: AlterTableStmt;
  readonly CreateEnumStmt?: CreateEnumStmt;
  readonly CreateFunctionStmt?: CreateFunctionStmt;
  readonly CreateStmt?: CreateStmt;
  readonly CreateTableAsStmt?: CreateTableAsStmt;
  readonly DropStmt?: DropStmt;
  readonly IndexStmt?: IndexStmt;
  readonly ViewStmt?: ViewStmt;
}

/** What the rules know of the migration that a statement is in. */
interface Place {
  readonly isOutside: boolean;
  readonly isContract: boolean;
  /** Tables, types and functions that it creates: no program uses them yet. */
  readonly created: ReadonlySet<string>;
}

/** Constraints that migrations add without validation, and those that they validate: `table.constraint`. */
export interface Constraints {
  readonly added: string[];
  readonly validated: string[];
}

export const noConstraints = (): Constraints => ({ added: [], validated: [] });

/** What of a migration could block or break the programs of the release before, one text for each. */
export async function objectionsTo(migration: MigrationSource, constraints = noConstraints()): Promise<string[]> {
  const { file, sql, isOutside, contract, imports } = migration;
  const objections = imports
    .filter((path) => !path.endsWith('/platform/db/tenancy.ts'))
    .map((path) => `imports ${path}: its statements must be in the file`);
  if (contract !== null && !/^\d+\.\d+\.\d+$/.test(contract)) objections.push(`contract names no release: ${contract}`);
  const statements: Statement[] = [];
  for (const text of sql) {
    try {
      statements.push(...((await parse(text)).stmts ?? []).map(({ stmt }) => stmt as Statement));
    } catch (error) {
      objections.push(`can’t be read (${(error as Error).message}): ${text.trim().slice(0, 60)}`);
    }
  }
  const place = { isOutside, isContract: contract !== null, created: new Set(statements.flatMap(createdBy)) };
  const own = noConstraints();
  for (const statement of statements) {
    if (isOutside && !runsOutside(statement))
      objections.push(
        'outside a transaction only indexes are built or dropped concurrently, and constraints validated',
      );
    for (const [kind, node] of Object.entries(statement)) objections.push(...judge(kind, node, place));
    if (statement.AlterTableStmt) note(statement.AlterTableStmt, own);
  }
  for (const name of own.added)
    if (own.validated.includes(name))
      objections.push(`VALIDATE ${name} in a later migration: here it would scan under the lock of ADD`);
  constraints.added.push(...own.added.filter((name) => !place.created.has(name.split('.')[0] ?? '')));
  constraints.validated.push(...own.validated);
  return [...new Set(objections)].map((objection) => `${file}: ${objection}`);
}

const inContract = "belongs into the contract half (`contract = 'X.Y.Z'`)";

type Rule<Kind> = (node: Kind, place: Place) => string[];

/** By the statement’s name in Postgres’s parser. */
const rules = {
  IndexStmt: (({ relation, concurrent }, { isOutside, created }) => {
    const table = relation?.relname ?? '';
    if (created.has(table)) return [];
    if (!concurrent) return [`CREATE INDEX on ${table} without CONCURRENTLY`];
    return isOutside ? [] : ['CREATE INDEX CONCURRENTLY needs `transaction = false`'];
  }) satisfies Rule<IndexStmt>,
  AlterTableStmt: (({ relation, cmds }, place) => {
    const table = relation?.relname ?? '';
    return place.created.has(table) ? [] : commandsOf(cmds).flatMap((command) => ofCommand(table, command, place));
  }) satisfies Rule<AlterTableStmt>,
  DropStmt: (({ removeType = '', objects = [], concurrent }, { isContract, created, isOutside }) => {
    if (removeType === 'OBJECT_INDEX') {
      if (!concurrent) return ['DROP INDEX without CONCURRENTLY'];
      return isOutside ? [] : ['DROP INDEX CONCURRENTLY needs `transaction = false`'];
    }
    const names = objects.map(nameOf).filter((name) => !created.has(name));
    if (!losses.has(removeType) || isContract || names.length === 0) return [];
    return [`DROP ${removeType.replace('OBJECT_', '')} ${names.join(', ')} ${inContract}`];
  }) satisfies Rule<DropStmt>,
  RenameStmt: (({ relation, newname }, { isContract, created }) =>
    isContract || created.has(relation?.relname ?? '')
      ? []
      : [`RENAME to ${newname} ${inContract}`]) satisfies Rule<RenameStmt>,
  AlterObjectSchemaStmt: ((_node, { isContract }) =>
    isContract ? [] : [`SET SCHEMA ${inContract}`]) satisfies Rule<unknown>,
  TruncateStmt: ((_node, { isContract }) => (isContract ? [] : [`TRUNCATE ${inContract}`])) satisfies Rule<unknown>,
  ClusterStmt: (() => ['CLUSTER rewrites a table under lock']) satisfies Rule<unknown>,
  DoStmt: (() => ['DO hides its statements: write them out']) satisfies Rule<unknown>,
};

/** What programs may still use. */
const losses = new Set(
  ['TABLE', 'VIEW', 'MATVIEW', 'TYPE', 'FUNCTION', 'SEQUENCE', 'SCHEMA'].map((kind) => `OBJECT_${kind}`),
);

function judge(kind: string, node: unknown, place: Place): string[] {
  return (rules as Readonly<Record<string, Rule<never>>>)[kind]?.(node as never, place) ?? [];
}

const commandsOf = (nodes: readonly Node[] = []) =>
  nodes.map((node) => (node as { AlterTableCmd: AlterTableCmd }).AlterTableCmd);
const constraintOf = (node: Node | undefined) => (node as { Constraint: Constraint }).Constraint;

/** One part of an ALTER TABLE of a table that is there already. */
function ofCommand(table: string, { subtype, name, def }: AlterTableCmd, { isContract }: Place): string[] {
  switch (subtype) {
    case 'AT_AddColumn':
      return ofColumn(table, (def as { ColumnDef: ColumnDef }).ColumnDef);
    case 'AT_AlterColumnType':
      return [`ALTER ${table}.${name} TYPE rewrites the table: add a column instead`];
    case 'AT_AddConstraint':
      return ofConstraint(table, constraintOf(def));
    case 'AT_DropColumn':
      return isContract ? [] : [`DROP COLUMN ${table}.${name} ${inContract}`];
    case 'AT_SetNotNull':
      return isContract ? [] : [`SET NOT NULL on ${table}.${name} ${inContract}`];
    case 'AT_ColumnDefault':
      return def || isContract ? [] : [`DROP DEFAULT of ${table}.${name} ${inContract}`];
    case 'AT_SetLogged':
    case 'AT_SetUnLogged':
    case 'AT_SetAccessMethod':
    case 'AT_SetTableSpace':
      return [`ALTER TABLE ${table} rewrites the table`];
    default:
      return [];
  }
}

function ofConstraint(table: string, { contype, conname, skip_validation: notValid, indexname }: Constraint): string[] {
  const what = `ADD CONSTRAINT ${conname ?? ''} on ${table}`;
  if (contype === 'CONSTR_PRIMARY' || contype === 'CONSTR_UNIQUE')
    return indexname ? [] : [`${what} builds an index under lock: build it concurrently, then USING INDEX`];
  return notValid ? [] : [`${what} without NOT VALID; a later migration validates it`];
}

/** Functions that give all rows of one statement the same value, so that adding the column rewrites nothing. */
const stable = new Set(['now', 'transaction_timestamp', 'statement_timestamp', 'current_setting']);

function ofColumn(table: string, { colname, typeName, constraints = [] }: ColumnDef): string[] {
  const found = constraints.map(constraintOf);
  const of = (type: Constraint['contype']) => found.find(({ contype }) => contype === type);
  const what = `ADD COLUMN ${table}.${colname}`;
  const objections: string[] = [];
  const standard = of('CONSTR_DEFAULT');
  if ((of('CONSTR_NOTNULL') ?? of('CONSTR_PRIMARY')) && !standard)
    objections.push(`${what} NOT NULL without a default`);
  if (standard && functionsIn(standard.raw_expr).some((called) => !stable.has(called)))
    objections.push(`${what} with a default that is another for each row rewrites the table`);
  if (of('CONSTR_GENERATED') ?? of('CONSTR_IDENTITY') ?? /serial/.test(lastOf(typeName?.names)))
    objections.push(`${what} rewrites the table`);
  if (of('CONSTR_UNIQUE') ?? of('CONSTR_PRIMARY')) objections.push(`${what} builds an index under lock`);
  if (of('CONSTR_CHECK') ?? (of('CONSTR_FOREIGN') && standard))
    objections.push(`${what} with a constraint checks every row under lock: ADD CONSTRAINT … NOT VALID`);
  return objections;
}

function runsOutside({ IndexStmt: index, DropStmt: drop, AlterTableStmt: alter }: Statement): boolean {
  if (index) return index.concurrent === true;
  if (drop) return drop.removeType === 'OBJECT_INDEX' && drop.concurrent === true;
  return commandsOf(alter?.cmds).every(({ subtype }) => subtype === 'AT_ValidateConstraint') && alter !== undefined;
}

function note({ relation, cmds }: AlterTableStmt, constraints: Constraints): void {
  for (const { subtype, name, def } of commandsOf(cmds)) {
    if (subtype === 'AT_ValidateConstraint') constraints.validated.push(`${relation?.relname}.${name}`);
    if (subtype === 'AT_AddConstraint' && constraintOf(def).skip_validation)
      constraints.added.push(`${relation?.relname}.${constraintOf(def).conname}`);
  }
}

function createdBy(statement: Statement): string[] {
  const table = statement.CreateStmt?.relation ?? statement.CreateTableAsStmt?.into?.rel ?? statement.ViewStmt?.view;
  if (table) return [table.relname ?? ''];
  if (statement.CreateEnumStmt) return [lastOf(statement.CreateEnumStmt.typeName)];
  const called = statement.CreateFunctionStmt;
  return called && !called.replace ? [lastOf(called.funcname)] : [];
}

/** The last part of a name. */
function nameOf(object: Node): string {
  if ('String' in object) return object.String.sval ?? '';
  if ('List' in object) return lastOf(object.List.items);
  if ('TypeName' in object) return lastOf(object.TypeName.names);
  return 'ObjectWithArgs' in object ? lastOf(object.ObjectWithArgs.objname) : '';
}

function lastOf(names: readonly Node[] = []): string {
  const last = names.at(-1);
  return last ? nameOf(last) : '';
}

/** The names of all functions that an expression calls. */
function functionsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(functionsIn);
  if (typeof node !== 'object' || node === null) return [];
  const { FuncCall: called } = node as { FuncCall?: { funcname?: Node[] } };
  return [...(called ? [lastOf(called.funcname)] : []), ...Object.values(node).flatMap(functionsIn)];
}
