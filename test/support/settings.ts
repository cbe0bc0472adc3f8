// Default team settings for tests: weekdays, prompt at nine in the member's time zone, two hours to answer.
import type { TeamSettings } from '../../src/org/domain/team.ts'

export function testSettings(more: Partial<TeamSettings> = {}): TeamSettings {
  return {
    name: 'North',
    locale: 'en',
    workDays: [1, 2, 3, 4, 5],
    alternateDay: null,
    holidayCountry: null,
    holidayRegion: null,
    zoneRule: 'member',
    zone: 'Europe/Berlin',
    promptTime: '09:00',
    closeAfterMinutes: 120,
    remindBeforeCloseMinutes: 30,
    numbersDay: 'previous',
    measure: { kind: 'points' },
    boardNames: 'top',
    wins: 'none',
    okrView: false,
    workingHours: { from: '09:00', to: '18:00' },
    questions: {},
    reports: {},
    checkinName: '',
    ...more,
  }
}
