// Column types that the tables share: instants and dates as Temporal, metric values as integers.

import { bigint, customType, text } from 'drizzle-orm/pg-core'
import type { WorkspaceId } from '../ids.ts'

/** An instant, stored as timestamptz. */
export const instant = customType<{ data: Temporal.Instant; driverData: string }>({
  dataType: () => 'timestamp with time zone',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.Instant.from(value),
})

/** A local date of a member or team, stored as date. */
export const plainDate = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.PlainDate.from(value),
})

/** A metric's value: an integer, scaled by the metric's number of decimals. */
export const scaled = (name: string) => bigint(name, { mode: 'number' })

/** The tenant: the first column of every key. */
export const workspaceId = () => text('workspace_id').$type<WorkspaceId>().notNull()
