import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/** The value type of each column type. */
interface Values {
  uuid: string;
  text: string;
  'text[]': string[];
  /** Elements may be null. */
  'integer[]': (number | null)[];
  'smallint[]': (number | null)[];
  boolean: boolean;
  integer: number;
  smallint: number;
  /** An integer below 2^53; the driver returns text. */
  bigint: number;
  real: number;
  'double precision': number;
  /** Text, because a float would change it. */
  'numeric(10,4)': string;
  bytea: Buffer;
  timestamptz: Date;
  /** An ISO date. */
  date: string;
  jsonb: unknown;
}

const wholeNumber = {
  from: (stored: string | null) => (stored === null ? null : Number(stored)),
  to: (value: number | null) => value,
};

const types: Readonly<Record<keyof Values, EntitySchemaColumnOptions>> = {
  uuid: { type: 'uuid' },
  text: { type: 'text' },
  'text[]': { type: 'text', array: true },
  'integer[]': { type: 'integer', array: true },
  'smallint[]': { type: 'smallint', array: true },
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  smallint: { type: 'smallint' },
  bigint: { type: 'bigint', transformer: wholeNumber },
  real: { type: 'real' },
  'double precision': { type: 'double precision' },
  'numeric(10,4)': { type: 'numeric', precision: 10, scale: 4 },
  bytea: { type: 'bytea' },
  timestamptz: { type: 'timestamptz' },
  date: { type: 'date' },
  jsonb: { type: 'jsonb' },
};

declare const held: unique symbol;

/** A TypeORM column with the type of its values. */
interface Column<Value> extends EntitySchemaColumnOptions {
  readonly [held]?: Value;
}

type Rows<Columns> = { [Name in keyof Columns]: Columns[Name] extends Column<infer Value> ? Value : never };

/** The row of a table: one property for each column, in camelCase. */
export type RowOf<Table> = Table extends EntitySchema<infer Row> ? Row : never;

/** Declares a column that is never null, of the database’s type or a narrower one: `column<VisitStatus>('text')`. */
export function column<Type extends keyof Values>(type: Type): Column<Values[Type]>;
export function column<Value>(type: 'text' | 'text[]' | 'jsonb'): Column<Value>;
export function column(type: keyof Values): Column<unknown> {
  return types[type];
}

/** Declares a nullable column. */
export function nullable<Type extends keyof Values>(type: Type): Column<Values[Type] | null>;
export function nullable<Value>(type: 'text' | 'jsonb'): Column<Value | null>;
export function nullable(type: keyof Values): Column<unknown> {
  return { ...types[type], nullable: true };
}

/** Declares a column of the primary key. */
export function key<Type extends keyof Values>(type: Type): Column<Values[Type]>;
export function key<Value>(type: 'text' | 'date'): Column<Value>;
export function key(type: keyof Values): Column<unknown> {
  return { ...types[type], primary: true };
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Declares a table for TypeORM. Columns are camelCase here and snake_case in the database. */
export function defineTable<Columns extends Record<string, Column<unknown>>>(
  name: string,
  columns: Columns,
): EntitySchema<Rows<Columns>> {
  const named = Object.entries(columns).map(([property, type]) => [property, { ...type, name: snakeCase(property) }]);
  return new EntitySchema<Rows<Columns>>({ name, tableName: name, columns: Object.fromEntries(named) });
}

/** Casts for types that the driver would return in another form than the row has. */
const casts: Readonly<Record<string, string>> = { date: '::text', bigint: '::float8' };

/** Returns a table’s columns for a SELECT, named as in its rows: `v.ended_at AS "endedAt"`. All, or the named ones. */
export function columnsOf<Row>(
  table: EntitySchema<Row>,
  alias: string,
  names?: readonly (keyof Row & string)[],
): string {
  return Object.entries(table.options.columns as Readonly<Record<string, EntitySchemaColumnOptions>>)
    .filter(([property]) => !names || (names as readonly string[]).includes(property))
    .map(([property, { name, type }]) => `${alias}.${name}${casts[String(type)] ?? ''} AS "${property}"`)
    .join(', ');
}
