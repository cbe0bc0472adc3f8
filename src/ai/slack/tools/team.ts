// The tools about a team and its people, for whoever leads it: their numbers, who is missing, one person, teams side by side.
import { z } from 'zod'
import { periodText } from '../../../boards/slack/period-text.ts'
import type { Context } from '../../../core/context.ts'
import { foldText } from '../../../core/text.ts'
import { localDate } from '../../../core/time.ts'
import { matchMetrics } from '../../../numbers/domain/metric-match.ts'
import { formatValue } from '../../../numbers/slack/format-value.ts'
import { namesOfMetrics } from '../../../numbers/slack/metric-names.ts'
import { matchPeople } from '../../../org/domain/person-match.ts'
import { peopleLed } from '../../../org/flows/people-led.ts'
import { loadManagedTeams } from '../../../overview/flows/manager-home.ts'
import { showRep } from '../../../overview/flows/show-rep.ts'
import { showTeam, type TeamView } from '../../../overview/flows/show-team.ts'
import { showTeams } from '../../../overview/flows/show-teams.ts'
import { teamByName } from '../../../overview/flows/team-by-name.ts'
import type { MemberStanding } from '../../../targets/domain/team-progress.ts'
import { percent, roundedValue } from '../../../targets/slack/figures.ts'
import { ASKED_SPANS, dayIn, spanWords } from '../../domain/asked-span.ts'
import type { Fact } from '../../domain/fact.ts'
import { nothingTold } from '../../domain/tool-answer.ts'
import { type Asker, askTool } from '../../flows/ask-tool.ts'
import { teamsToldBy } from '../../flows/teams-told.ts'
import { countFact, dateFact, figure, labelOf, nameFact, type OfMetric } from '../facts.ts'
import { progressFacts, targetFacts } from './target-facts.ts'

const NAME = z.string().max(200)
const SPAN = z.enum(ASKED_SPANS)
const MOST_PEOPLE = 20
const MOST_METRICS = 6
const MOST_TEAMS = 12
const TEAMS_AT_ONCE = 3

export const teamNumbersTool = askTool({
  name: 'team_numbers',
  description:
    'A team’s numbers of a period, with each of its people, for whoever leads it. team: its name, or null for the asker’s own. metric: what one metric is called, to get it of every person (also who has nothing), or null.',
  parameters: z.strictObject({ team: NAME.nullable(), period: SPAN, metric: NAME.nullable() }),
  run: async ({ team, period, metric }, asker, context) => {
    const { who, t, now } = asker
    const command = `team ${spanWords(period)}`
    const refused = (sentence: string) => nothingTold(sentence, { command, about: who.userId })
    const named = team ? await teamByName(context, who, team) : null
    if (team && named?.teams.length !== 1) return refused(t('ask.noSuchTeam'))
    const place = named ? { teamId: named.teams[0]!.teamId } : { channelId: '' }
    const shown = await showTeam(context, who, place, dayIn(period, localDate(now, who.zone)))
    if (!shown.ok) return refused(t(shown.reason === 'which-team' ? 'ask.whichTeam' : 'ask.notYours'))
    const { teamId, progress } = shown
    const people = progress.people.slice(0, MOST_PEOPLE)
    return {
      facts: [...teamFacts(shown, command, asker), ...peopleFacts(people, shown, { command, metric }, asker)],
      notCovered: progress.people.length > people.length ? [t('ask.morePeople', { most: MOST_PEOPLE })] : [],
      ...{ command, about: teamId, subjects: people.map(({ member }) => member.userId) },
      teamIds: await teamsToldBy(context.db, { workspaceId: who.workspaceId, teamId }),
    }
  },
})

function teamFacts({ teamId, team, progress, tree, today }: TeamView, command: string, { t }: Asker): Fact[] {
  const standings = (tree?.whole ?? progress.team).filter(({ actual }) => actual !== null)
  return [
    nameFact('team', teamId, team.teamName, 'names-of-teams', command),
    dateFact('period', periodText(progress.period, t, today), command),
    ...standings.slice(0, MOST_METRICS).flatMap(({ metric, actual, target }) => {
      const of = { subject: teamId, command, label: labelOf(metric, t), when: 'period' }
      return [
        figure(`team.${metric.key}.actual`, formatValue(metric, actual!, t.locale), 'numbers', of),
        ...(target
          ? [figure(`team.${metric.key}.target`, roundedValue(metric, target.target, t), 'targets', of)]
          : []),
        ...(target?.attainment != null && metric.higherIsBetter
          ? [figure(`team.${metric.key}.attainment`, percent(target.attainment, t), 'targets', of)]
          : []),
      ]
    }),
  ]
}

/** Of the metric that is meant; else those with a target, at least the first. */
function peopleFacts(
  people: readonly MemberStanding[],
  { progress }: TeamView,
  { command, metric }: { command: string; metric: string | null },
  { t }: Asker,
): Fact[] {
  const counted = progress.team.map((one) => one.metric)
  const meant = metric ? matchMetrics(foldText(metric), namesOfMetrics(counted)).metrics[0] : undefined
  return people.flatMap(({ member, metrics }, index): Fact[] => {
    const key = `person.${index}`
    const subject = member.userId
    const held = metrics.filter((one) => (meant ? one.metric.key === meant.key : one.progress !== null))
    const shown = held.length > 0 || meant ? held : metrics.slice(0, 1)
    return [
      nameFact(key, subject, progress.nameOf[subject] ?? '', 'names-of-people', command),
      ...shown.slice(0, 2).flatMap((one) => {
        const of: OfMetric = { subject, command, label: labelOf(one.metric, t), when: 'period' }
        const own = `${key}.${one.metric.key}`
        if (one.actual === null) return [figure(`${own}.actual`, t('ask.nothingYet'), 'numbers', of)]
        if (one.progress) return progressFacts(own, one.metric, one.progress, of, t)
        return [figure(`${own}.actual`, formatValue(one.metric, one.actual, t.locale), 'numbers', of)]
      }),
    ]
  })
}

export const whoIsMissingTool = askTool({
  name: 'who_is_missing',
  description: 'Who has not answered today’s check-in, and who is away, in the teams that the asker leads.',
  parameters: z.strictObject({}),
  run: async (_, { who, now, t }, context) => {
    const command = 'team'
    const teams = await loadManagedTeams(context, who, now, TEAMS_AT_ONCE)
    const first = teams[0]
    if (!first) return nothingTold(t('ask.notYours'), { command, about: who.userId })
    const facts = teams.flatMap(({ teamId, team, missing, away, progress }, at): Fact[] => {
      const of = { subject: teamId, command }
      const names = (kind: string, userIds: readonly string[]) =>
        userIds.slice(0, MOST_PEOPLE).map((userId, index) => {
          const name = progress.nameOf[userId] ?? ''
          return nameFact(`${at}.${kind}.${index}`, userId, name, 'names-of-people', command)
        })
      return [
        nameFact(`${at}.team`, teamId, team.teamName, 'names-of-teams', command),
        countFact(`${at}.missing`, String(missing.length), 'checkin-states', of),
        ...names('missing', missing),
        countFact(`${at}.away`, String(away.length), 'checkin-states', of),
        ...names('away', away),
      ]
    })
    return {
      facts: [dateFact('today', t('ask.today'), command), ...facts],
      ...{ notCovered: [], command, about: first.teamId, teamIds: teams.map(({ teamId }) => teamId) },
      subjects: teams.flatMap(({ missing, away }) => [...missing, ...away]),
    }
  },
})

export const personTool = askTool({
  name: 'person_numbers',
  description: 'How one person whom the asker leads stands against their targets. person: their name.',
  parameters: z.strictObject({ person: NAME }),
  run: async ({ person }, { who, now, t }, context) => {
    const about = who.userId
    const refused = (sentence: string) => nothingTold(sentence, { command: 'team', about })
    const found = matchPeople(person, await ledBy(context, { who, now }))
    if (found.length > 1) return refused(t('ask.severalPeople'))
    const meant = found[0]
    const shown = meant && (await showRep(context, who, { userId: meant.userId, channelId: '' }))
    // Whether somebody of that name is elsewhere is not told.
    if (!shown?.ok) return refused(t('ask.notYours'))
    const { userId, name, targets, teamId } = shown
    const command = `rep <@${userId}>`
    const facts = [
      nameFact('person', userId, name, 'names-of-people', command),
      ...targets.flatMap((target, index) =>
        targetFacts(`${target.metric.key}.${index}`, target, { subject: userId, command }, t),
      ),
    ]
    const notCovered = targets.length === 0 ? [t('ask.noTargetsOf')] : []
    return { facts, notCovered, command, about: userId, subjects: [userId], teamIds: [teamId] }
  },
})

const ledBy = (context: Context, { who, now }: Pick<Asker, 'who' | 'now'>) => peopleLed(context.db, who, now)

export const teamsTool = askTool({
  name: 'teams_compared',
  description: 'The teams that the asker leads side by side in a period.',
  parameters: z.strictObject({ period: SPAN }),
  run: async ({ period }, { who, now, t }, context) => {
    const command = `teams ${spanWords(period)}`
    const shown = await showTeams(context, who, dayIn(period, localDate(now, who.zone)))
    if (!shown.ok) return nothingTold(t('ask.notYours'), { command, about: who.userId })
    const teams = shown.teams.slice(0, MOST_TEAMS)
    const facts = teams.flatMap(({ teamId, name, number }, index): Fact[] => {
      const key = `team.${index}`
      const named = nameFact(key, teamId, name, 'names-of-teams', command)
      if (!number) return [named]
      const { metric, actual, target, attainment } = number
      const of = { subject: teamId, command, label: labelOf(metric, t), when: 'period' }
      return [
        named,
        figure(`${key}.actual`, formatValue(metric, actual, t.locale), 'numbers', of),
        ...(target === null ? [] : [figure(`${key}.target`, roundedValue(metric, target, t), 'targets', of)]),
        ...(attainment === null ? [] : [figure(`${key}.attainment`, percent(attainment, t), 'targets', of)]),
      ]
    })
    return {
      facts: [dateFact('period', periodText(shown.period, t, shown.today), command), ...facts],
      ...{ notCovered: [], command, about: who.userId, subjects: [] },
      teamIds: teams.map(({ teamId }) => teamId),
    }
  },
})
