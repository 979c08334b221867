import { customType, timestamp, uuid } from 'drizzle-orm/pg-core';

/** A `bytea` column, read and written as bytes. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** A `timestamptz` column, read and written as a Date. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** An identifier made in the application (protected tables are never used with RETURNING). */
export const id = (name = 'id') => uuid(name);
