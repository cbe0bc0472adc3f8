// The Home tab's line with the teams that a person manages.
import { section } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import { managedTeamsOf } from '../flows/managed-teams.ts'
import { teamLabel } from './team-line.ts'

const TEAMS_SHOWN = 15
const TEAM_LENGTH = 80

export const managedTeams: HomeSection = {
  place: 20,
  draw: async (who, now, t, { db }) => {
    const managed = await managedTeamsOf(db, who, now)
    if (managed.length === 0) return []
    const shown = managed.slice(0, TEAMS_SHOWN).map((team) => teamLabel(team, t, TEAM_LENGTH))
    const teams = shown.join(t('common.listSeparator')) + (managed.length > TEAMS_SHOWN ? ' …' : '')
    return [section(t('home.manages', { teams }))]
  },
}
