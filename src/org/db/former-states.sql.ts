// Tables of what was on record before it was changed or taken away, so that a past score can be computed as of then.
import { integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant, workspaceId } from '../../core/db/columns.ts'

/** Only added to, by the change itself: grows with changes, not with days. */
export const formerStates = pgTable(
  'former_states',
  {
    workspaceId: workspaceId(),
    /** The table that held it, and the columns of its row in `state`. */
    kind: text('kind').$type<FormerKind>().notNull(),
    /** Whose it was: the id of a team, person or member, or whose holidays. */
    subject: text('subject').notNull(),
    /** Tells rows of one subject apart: a date, a metric. */
    rowKey: text('row_key').notNull(),
    /** It was on record until then. */
    until: instant('until').notNull(),
    state: jsonb('state').$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workspaceId, table.kind, table.subject, table.rowKey, table.until] }),
  ],
)

export type FormerKind =
  | 'team_settings'
  | 'extra_days'
  | 'own_holidays'
  | 'members'
  | 'people'
  | 'known_holidays'
  | 'metrics'
  | 'board_snapshots'

/** The public holidays of a year as this release or an earlier one has them. A change of past dates is noticed by it. */
export const knownHolidays = pgTable(
  'known_holidays',
  {
    workspaceId: workspaceId(),
    /** A country, or a country and its region: DE/BY. */
    place: text('place').notNull(),
    year: integer('year').notNull(),
    /** By ISO date: a holiday, or a weekend that is worked. */
    dates: jsonb('dates').$type<Record<string, 'holiday' | 'working-weekend'>>().notNull(),
    knownSince: instant('known_since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.place, table.year] })],
)
