// Answers a command for one's own standup or numbers, to a person who reports in no team: why there are none, and what to do instead.
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Person } from '../../core/person.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { section } from '../../slack/fields.ts'
import type { HomeSection } from '../../slack/home.ts'
import { runButtons } from '../../slack/run-buttons.ts'
import { loadStanding, type StandingFacts } from '../flows/load-standing.ts'
import { teamLabel } from './team-line.ts'

const TEAMS_SHOWN = 5
const TEAM_LENGTH = 80

export async function noTeamMessage(
  { who, now, t }: { who: Person; now: Temporal.Instant; t: Translate },
  { db }: Context,
): Promise<RenderedMessage> {
  return renderNoTeam(await loadStanding(db, who, now), t)
}

export function renderNoTeam(facts: StandingFacts, t: Translate): RenderedMessage {
  const text = noTeamText(facts, t)
  const board = runButtons([{ word: 'board', label: t('help.showBoard') }])
  return { text, blocks: facts.standing === 'leads' ? [section(text), board] : [section(text)] }
}

/** The Home tab's only section for people who are in no team and lead none. */
export const noTeamSection: HomeSection = {
  place: 5,
  draw: async (who, now, t, { db }) => {
    const facts = await loadStanding(db, who, now)
    return facts.standing === 'reports' || facts.standing === 'leads' ? [] : [section(noTeamText(facts, t))]
  },
}

function noTeamText({ standing, leads }: StandingFacts, t: Translate): string {
  switch (standing) {
    case 'leads': {
      const shown = leads.slice(0, TEAMS_SHOWN).map((team) => teamLabel(team, t, TEAM_LENGTH))
      const teams = shown.join(t('common.listSeparator')) + (leads.length > TEAMS_SHOWN ? ' …' : '')
      return t('standing.leads', { teams })
    }
    case 'admin':
      return t('standing.admin')
    case 'guest':
      return t('standing.guest')
    case 'reports':
    case 'nobody':
      return t('standing.nobody')
  }
}
