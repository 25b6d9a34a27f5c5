import type { EntitySchema } from 'typeorm';

/** Every entity of the modules, for the data source. */
export const entities: EntitySchema[] = [];
