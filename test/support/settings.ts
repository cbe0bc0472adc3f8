// Settings of a team as most tests want them: weekdays, nine o'clock by the member's own clock, two hours to answer.
import type { TeamSettings } from '../../src/org/domain/team.ts'

export function testSettings(more: Partial<TeamSettings> = {}): TeamSettings {
  return {
    name: 'North',
    locale: 'en',
    workDays: [1, 2, 3, 4, 5],
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
    questions: {},
    ...more,
  }
}
