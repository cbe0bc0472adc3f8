// The tool about who has not answered today and who is away, in all teams that the asker leads.
import { z } from 'zod'
import type { Translate } from '../../../core/i18n/translate.ts'
import { checkinsOf, type TeamCheckin, teamsLedWithPeople } from '../../../overview/flows/checkins-led.ts'
import type { Fact } from '../../domain/fact.ts'
import { nothingTold } from '../../domain/tool-answer.ts'
import { askTool } from '../../flows/ask-tool.ts'
import { teamsOn } from '../../flows/own-teams.ts'
import { aboutPerson, aboutTeam, fact } from '../facts.ts'
import { teamCommand } from './in-team.ts'

const MOST_PEOPLE = 20
const TEAMS_AT_ONCE = 8

export const whoIsMissingTool = askTool({
  name: 'who_is_missing',
  description:
    'Who has not answered today’s check-in, and who is away, in the teams that the asker leads, those below them too.',
  parameters: z.strictObject({}),
  run: async (_, asker, context) => {
    const { who, now, t } = asker
    const led = await teamsLedWithPeople(context.db, who, now)
    if (!led || led.length === 0) return nothingTold(t(led ? 'ask.nobodyThere' : 'ask.notYours'), 'team')
    // Of a team that is off nothing is read.
    const { on, notCovered } = await teamsOn(context.db, asker, led, ({ teamId }) => teamId)
    const teams = await checkinsOf(context, who, on.slice(0, TEAMS_AT_ONCE), now)
    const more = Math.max(0, on.length - TEAMS_AT_ONCE)
    const unnamed = teams
      .flatMap(({ missing, away }) => [missing, away])
      .reduce((sum, { length }) => sum + Math.max(0, length - MOST_PEOPLE), 0)
    return {
      facts: teams.flatMap((team, at) => checkinFacts(team, `${at}`, t)),
      teamIds: teams.map(({ teamId }) => teamId),
      command: teams.length === 1 ? teamCommand(teams[0]!.team, 'today') : 'team today',
      notCovered: [
        ...notCovered,
        ...(more > 0 ? [t('ask.moreTeams', { count: more })] : []),
        ...(unnamed > 0 ? [t('ask.moreNames', { count: unnamed })] : []),
      ],
      subjects: [...new Set(teams.flatMap(({ missing, away }) => [...missing, ...away]))],
    }
  },
})

function checkinFacts(
  { teamId, team, asked, restsToday, missing, away, nameOf }: TeamCheckin,
  key: string,
  t: Translate,
): Fact[] {
  const of = { about: aboutTeam(teamId, team.teamName), command: teamCommand(team, 'today') }
  const nobody = {
    missing: t(asked > 0 ? 'ask.nobodyMissing' : restsToday ? 'ask.nobodyToAsk' : 'ask.nobodyAsked', {
      count: asked,
    }),
    away: t('ask.nobodyAway'),
  }
  const list = (what: 'missing' | 'away', userIds: readonly string[]) => {
    if (userIds.length === 0) return fact(`${key}.${what}`, nobody[what], ['checkin-states', 'dates'], of)
    const names = userIds.map((userId) => aboutPerson(userId, nameOf[userId] ?? '', t).name)
    const told = names.length > MOST_PEOPLE ? [...names.slice(0, MOST_PEOPLE), '…'] : names
    const listed = { count: names.length, asked, names: told.join(t('common.listSeparator')) }
    const said = t(what === 'missing' ? 'ask.missing' : 'ask.away', listed)
    return fact(`${key}.${what}`, said, ['checkin-states', 'names-of-people', 'dates'], of)
  }
  return [list('missing', missing), list('away', away)]
}
