import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

/** What a row holds in a column of each type. */
interface Values {
  uuid: string;
  text: string;
  'text[]': string[];
  boolean: boolean;
  integer: number;
  smallint: number;
  /** Whole and below 2^53; the driver gives it as text. */
  bigint: number;
  real: number;
  'double precision': number;
  /** Text, since a float would change it. */
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

/** A column as TypeORM describes it, with the type of its values. */
interface Column<Value> extends EntitySchemaColumnOptions {
  readonly [held]?: Value;
}

type Rows<Columns> = { [Name in keyof Columns]: Columns[Name] extends Column<infer Value> ? Value : never };

/** The row of a table: one property for each column, in camelCase. */
export type RowOf<Table> = Table extends EntitySchema<infer Row> ? Row : never;

/** A column that always has a value, of the database’s type or of a narrower one: `column<VisitStatus>('text')`. */
export function column<Type extends keyof Values>(type: Type): Column<Values[Type]>;
export function column<Value>(type: 'text' | 'text[]' | 'jsonb'): Column<Value>;
export function column(type: keyof Values): Column<unknown> {
  return types[type];
}

/** A column that may be null. */
export function nullable<Type extends keyof Values>(type: Type): Column<Values[Type] | null>;
export function nullable<Value>(type: 'text' | 'jsonb'): Column<Value | null>;
export function nullable(type: keyof Values): Column<unknown> {
  return { ...types[type], nullable: true };
}

/** A column of the primary key. */
export function key<Type extends keyof Values>(type: Type): Column<Values[Type]>;
export function key<Value>(type: 'text' | 'date'): Column<Value>;
export function key(type: keyof Values): Column<unknown> {
  return { ...types[type], primary: true };
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Describes a table to TypeORM. Columns have camelCase names here and snake_case names in the database. */
export function defineTable<Columns extends Record<string, Column<unknown>>>(
  name: string,
  columns: Columns,
): EntitySchema<Rows<Columns>> {
  const named = Object.entries(columns).map(([property, type]) => [property, { ...type, name: snakeCase(property) }]);
  return new EntitySchema<Rows<Columns>>({ name, tableName: name, columns: Object.fromEntries(named) });
}

/** How SQL reads a type that the driver would give otherwise than a row has it. */
const casts: Readonly<Record<string, string>> = { date: '::text', bigint: '::float8' };

/** A table’s columns as SQL selects them, named as its rows name them: `v.ended_at AS "endedAt"`. All, or those that are named. */
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
