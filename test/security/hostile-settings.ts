// Settings of a team whose own words are markup, for the tests that look at everything that is said.
import { DEFAULT_REPORT } from '../../src/org/domain/team.ts'
import { testSettings } from '../support/settings.ts'

/** Of a team whose name is markup, with a report on the day of the standup that is in words of the team's own. */
export const hostileSettings = (name: string) =>
  testSettings({
    ...{ name: `${name} <!here|all>`, measure: { kind: 'metric', metric: 'own-1' }, wins: 'all' },
    reports: {
      weekly: {
        ...{ ...DEFAULT_REPORT, weekday: 2, promptTime: '09:00', title: '*Weekly* <!here|all>' },
        questions: [{ key: 'own', text: 'Why, <!channel>?' }],
      },
    },
  })
