// Parses a team's stored settings. Missing fields get their default; unknown fields of a newer version are kept.
import { z } from 'zod'
import { LOCALES } from '../../core/i18n/locale.ts'
import { DEFAULT_REPORT, DEFAULT_WORKING_HOURS, type TeamSettings } from '../domain/team.ts'

const Question = z.object({ key: z.string(), on: z.boolean() })

const Report = z.object({
  on: z.boolean(),
  weekday: z.int().min(1).max(7),
  promptTime: z.string(),
  closeAfterMinutes: z.int().default(DEFAULT_REPORT.closeAfterMinutes),
  remindBeforeCloseMinutes: z.int().default(DEFAULT_REPORT.remindBeforeCloseMinutes),
  asksNumbers: z.boolean().default(false),
  title: z.string().default(''),
  questions: z
    .array(z.object({ key: z.string(), text: z.string(), insight: z.boolean().optional() }))
    .default([]),
})
/** Names stand in keys of due items and messages, between colons. */
const ReportName = z.string().regex(/^[a-z][a-z0-9-]*$/)

const StoredSettings: z.ZodType<TeamSettings> = z.looseObject({
  name: z.string(),
  locale: z.enum(LOCALES),
  workDays: z.array(z.int().min(1).max(7)),
  alternateDay: z.iso.date().nullable().default(null),
  holidayCountry: z.string().nullable(),
  holidayRegion: z.string().nullable(),
  zoneRule: z.enum(['member', 'team']),
  zone: z.string(),
  promptTime: z.string(),
  closeAfterMinutes: z.int(),
  remindBeforeCloseMinutes: z.int(),
  numbersDay: z.enum(['previous', 'same']),
  measure: z.union([
    z.object({ kind: z.literal('metric'), metric: z.string() }),
    z.object({ kind: z.literal('points') }),
    z.object({ kind: z.literal('attainment'), metric: z.string().nullable() }),
    z.object({
      kind: z.literal('weighted'),
      weights: z.array(z.object({ metric: z.string(), weight: z.int().min(1).max(100) })),
    }),
  ]),
  boardNames: z.enum(['all', 'top', 'none']),
  // A team that was never asked is not surprised.
  wins: z.enum(['all', 'big', 'none']).default('none'),
  okrView: z.boolean().default(false),
  workingHours: z.object({ from: z.string(), to: z.string() }).default(DEFAULT_WORKING_HOURS),
  questions: z.record(z.string(), z.array(Question)).default({}),
  // A team that was never asked gets no report.
  reports: z.record(ReportName, Report).default({}),
  checkinName: z.string().default(''),
})

/** Throws on invalid settings, which means that the database is corrupt. */
export function parseSettings(stored: unknown, teamId: string): TeamSettings {
  const parsed = StoredSettings.safeParse(stored)
  if (parsed.success) return parsed.data
  throw new Error(`The stored settings of the team ${teamId} are invalid: ${z.prettifyError(parsed.error)}`)
}
