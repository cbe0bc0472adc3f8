// The Home tab's line with the teams that a person manages.
import { section } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import { escapeWithin } from '../../slack/lines.ts'
import { namesOfManagedTeams } from '../flows/managed-teams.ts'

const TEAMS_SHOWN = 15
const TEAM_LENGTH = 80

export const managedTeams: HomeSection = {
  place: 20,
  draw: async (who, now, t, { db }) => {
    const names = await namesOfManagedTeams(db, who, now)
    if (names.length === 0) return []
    const shown = names.slice(0, TEAMS_SHOWN).map((name) => `*${escapeWithin(name, TEAM_LENGTH)}*`)
    const teams = shown.join(', ') + (names.length > TEAMS_SHOWN ? ' …' : '')
    return [section(t('home.manages', { teams }))]
  },
}
