// The default settings of a new team, and the limits of what the set-up form offers.

import type { Locale } from '../../core/i18n/locale.ts'
import { lastWorkDay } from '../../org/domain/calendar.ts'
import { guessCountry } from '../../org/domain/holidays.ts'
import {
  DEFAULT_REPORT,
  DEFAULT_WORKING_HOURS,
  type TeamSettings,
  WEEKLY_REPORT,
} from '../../org/domain/team.ts'

const DEFAULT_WORK_DAYS: readonly number[] = [1, 2, 3, 4, 5]

/** The options for the time from prompt to close. */
export const CLOSE_AFTER_MINUTES: readonly number[] = [30, 60, 90, 120, 180, 240, 360, 480]

export const REMIND_BEFORE_MINUTES: readonly number[] = [10, 15, 30, 45, 60]

/** As much as fits into the title of a form. */
export const CHECKIN_NAME_LENGTH = 20

/** Slack's limit for channel names. */
export const TEAM_NAME_LENGTH = 80

/** Defaults from the channel's name and from the Slack profile of the person who sets up the team. */
export function defaultSettings(name: string, person: { zone: string; locale: Locale }): TeamSettings {
  const holidayCountry = guessCountry(person.zone)
  return {
    name,
    locale: person.locale,
    workDays: DEFAULT_WORK_DAYS,
    alternateDay: null,
    holidayCountry,
    holidayRegion: null,
    // Mainland China keeps one time: a profile set to Ürümqi must not move anybody's standup.
    zoneRule: holidayCountry === 'CN' ? 'team' : 'member',
    zone: person.zone,
    promptTime: '09:00',
    closeAfterMinutes: 120,
    remindBeforeCloseMinutes: 30,
    numbersDay: 'previous',
    measure: { kind: 'attainment', metric: null },
    boardNames: 'top',
    wins: 'all',
    okrView: false,
    workingHours: DEFAULT_WORKING_HOURS,
    questions: {},
    reports: { [WEEKLY_REPORT]: { ...DEFAULT_REPORT, weekday: lastWorkDay(DEFAULT_WORK_DAYS) } },
    checkinName: '',
  }
}

/** A weekly report on the last working day moves to the new last one where its day is no working day any more; else it stays. */
export function withWorkDays(
  reports: TeamSettings['reports'],
  before: readonly number[],
  workDays: readonly number[],
): TeamSettings['reports'] {
  const weekly = reports[WEEKLY_REPORT]
  if (!weekly || workDays.length === 0 || workDays.includes(weekly.weekday)) return reports
  if (weekly.weekday !== lastWorkDay(before)) return reports
  return { ...reports, [WEEKLY_REPORT]: { ...weekly, weekday: lastWorkDay(workDays) } }
}
