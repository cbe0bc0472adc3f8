// Decides what a new team starts with, so that whoever sets it up only has to look it over.

import type { Locale } from '../../core/i18n/locale.ts'
import { guessCountry } from '../../org/domain/holidays.ts'
import type { TeamSettings } from '../../org/domain/team.ts'

/** What may be chosen as the time from prompt to close. */
export const CLOSE_AFTER_MINUTES: readonly number[] = [30, 60, 90, 120, 180, 240, 360, 480]

export const REMIND_BEFORE_MINUTES: readonly number[] = [10, 15, 30, 45, 60]

/** As long as Slack lets a channel's name be. */
export const TEAM_NAME_LENGTH = 80

/** From the name of the channel, and from what Slack knows about the person who sets the team up. */
export function startingSettings(name: string, person: { zone: string; locale: Locale }): TeamSettings {
  return {
    name,
    locale: person.locale,
    workDays: [1, 2, 3, 4, 5],
    holidayCountry: guessCountry(person.zone),
    holidayRegion: null,
    zoneRule: 'member',
    zone: person.zone,
    promptTime: '09:00',
    closeAfterMinutes: 120,
    remindBeforeCloseMinutes: 30,
    numbersDay: 'previous',
    measure: { kind: 'points' },
    boardNames: 'top',
    questions: {},
  }
}
