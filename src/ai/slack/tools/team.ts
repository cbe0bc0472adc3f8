// The tools about a team and its people, for whoever leads it: their numbers, who is missing, one person, teams side by side.
import { z } from 'zod'
import { periodText } from '../../../boards/slack/period-text.ts'
import type { Context } from '../../../core/context.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { MetricKey } from '../../../core/ids.ts'
import { localDate } from '../../../core/time.ts'
import { matchPeople } from '../../../org/domain/person-match.ts'
import type { NamedTeam } from '../../../org/domain/team.ts'
import { peopleLed } from '../../../org/flows/people-led.ts'
import { loadManagedTeams, moreManagedTeams } from '../../../overview/flows/manager-home.ts'
import { showRep } from '../../../overview/flows/show-rep.ts'
import { showTeam, type TeamView } from '../../../overview/flows/show-team.ts'
import { showTeams } from '../../../overview/flows/show-teams.ts'
import { teamByName, teamsByName } from '../../../overview/flows/team-by-name.ts'
import type { MemberStanding, TeamStanding } from '../../../targets/domain/team-progress.ts'
import { ASKED_SPANS, type AskedSpan, dayIn, spanWords } from '../../domain/asked-span.ts'
import type { Fact } from '../../domain/fact.ts'
import { nothingTold } from '../../domain/tool-answer.ts'
import { type Asker, askTool } from '../../flows/ask-tool.ts'
import { teamsOn } from '../../flows/own-teams.ts'
import { teamsToldBy } from '../../flows/teams-told.ts'
import { aboutPerson, aboutTeam, fact, shortName } from '../facts.ts'
import { inTeam, withTeam } from './in-team.ts'
import { gapOf, reachedFact, targetFacts } from './target-facts.ts'
import { metricsNamed, toldAs } from './told-names.ts'

const NAME = z.string().max(200)
const SPAN = z.enum(ASKED_SPANS)
const MOST_PEOPLE = 20
const MOST_METRICS = 6
const MOST_OF_PERSON = 2
const MOST_TEAMS = 12
const TEAMS_AT_ONCE = 3

export const teamNumbersTool = askTool({
  name: 'team_numbers',
  description:
    'A team’s numbers of a period, with each of its people, for whoever leads it. team: its name, or null for the asker’s own. metric: what one metric is called, to get it of every person (also who has nothing), or null.',
  parameters: z.strictObject({ team: NAME.nullable(), period: SPAN, metric: NAME.nullable() }),
  run: async ({ team, period, metric }, asker, context) => {
    const { who, t, now } = asker
    const refused = (sentence: string) => nothingTold(sentence, `team ${spanWords(period)}`)
    const named = team ? await teamsNamed(context, who, team) : []
    if (team && named.length !== 1) return refused(t('ask.noSuchTeam'))
    const place = named[0] ? { teamId: named[0].teamId } : { channelId: '' }
    const shown = await showTeam(context, who, place, dayIn(period, localDate(now, who.zone)))
    if (!shown.ok) return refused(t(shown.reason === 'which-team' ? 'ask.whichTeam' : 'ask.notYours'))
    const { teamId, progress } = shown
    const meant = metric === null ? null : metricsMeant(metric, shown, t)
    if (meant?.size === 0) return refused(t('ask.noSuchMetric'))
    const command = teamCommand(shown.team, period)
    const people = progress.people.slice(0, MOST_PEOPLE)
    const more = progress.people.length - people.length
    const ofTeam = teamFacts(shown, { command, meant }, asker)
    const ofPeople = peopleFacts(people, shown, { command, meant }, asker)
    return {
      facts: [...ofTeam.facts, ...ofPeople.facts],
      notCovered: [
        ...(ofTeam.more > 0 ? [t('ask.moreOfTeam', { count: ofTeam.more })] : []),
        ...(ofPeople.more > 0 ? [t('ask.moreOfPeople', { count: ofPeople.more })] : []),
        ...(more > 0 ? [t('ask.morePeople', { count: more })] : []),
      ],
      ...{ command, subjects: [...new Set([...people.map(({ member }) => member.userId), ...shown.alone])] },
      teamIds: await teamsToldBy(context.db, { workspaceId: who.workspaceId, teamId }),
    }
  },
})

/** By the name that was told, then by what `/kpi team` takes. */
async function teamsNamed(context: Context, who: Asker['who'], typed: string): Promise<readonly NamedTeam[]> {
  const told = toldAs(typed, await teamsByName(context, who), ({ name }) => name)
  return told.length > 0 ? told : ((await teamByName(context, who, typed))?.teams ?? [])
}

/** Which team it is has to be said to whoever leads several. */
const teamCommand = ({ teamName }: TeamView['team'], period: AskedSpan): string =>
  `${withTeam('team', teamName)} ${spanWords(period)}`

/** Empty: the team counts nothing of that name. */
function metricsMeant(name: string, { progress, tree }: TeamView, t: Translate): ReadonlySet<MetricKey> {
  const counted = (tree?.whole ?? progress.team).map((one) => one.metric)
  return new Set(metricsNamed(name, counted, t).map(({ key }) => key))
}

interface Asked {
  command: string
  /** Null: no metric was asked for. */
  meant: ReadonlySet<MetricKey> | null
}

interface Told {
  facts: Fact[]
  /** How many metrics are left out. */
  more: number
}

function teamFacts(
  { teamId, team, progress, tree, today }: TeamView,
  { command, meant }: Asked,
  { t }: Asker,
): Told {
  const isTold = ({ nobody, actual, target }: TeamStanding) => !nobody && (actual !== null || target !== null)
  const standings = (tree?.whole ?? progress.team).filter((one) =>
    meant ? meant.has(one.metric.key) : isTold(one),
  )
  const of = {
    about: aboutTeam(teamId, team.teamName),
    command,
    period: periodText(progress.period, t, today),
  }
  const facts = standings.slice(0, MOST_METRICS).map(({ metric, actual, target }) => {
    const reached = { metric, actual, gap: null, target: target?.target ?? null }
    return reachedFact(`team.${metric.key}`, { ...reached, attainment: target?.attainment ?? null }, of, t)
  })
  return { facts, more: standings.length - facts.length }
}

/** Of the metric that is meant; else those with a target, at least the first. */
function peopleFacts(
  people: readonly MemberStanding[],
  { progress, today }: TeamView,
  { command, meant }: Asked,
  { t }: Asker,
): Told {
  const period = periodText(progress.period, t, today)
  const leftOut = new Set<string>()
  const facts = people.flatMap(({ member, metrics }, index): Fact[] => {
    const about = aboutPerson(member.userId, progress.nameOf[member.userId] ?? '', t)
    const held = metrics.filter((one) => (meant ? meant.has(one.metric.key) : one.progress !== null))
    const shown = (held.length > 0 || meant ? held : metrics.slice(0, 1)).slice(0, MOST_OF_PERSON)
    for (const one of meant ? held : metrics)
      if (!shown.includes(one) && (one.progress !== null || one.actual !== null)) leftOut.add(one.metric.key)
    return shown.map((one) => {
      const { target = null, attainment = null } = one.progress ?? {}
      const reached = { metric: one.metric, actual: one.actual, target, attainment }
      const gap = one.progress && gapOf(one.progress)
      return reachedFact(
        `person.${index}.${one.metric.key}`,
        { ...reached, gap },
        { about, command, period },
        t,
      )
    })
  })
  return { facts, more: leftOut.size }
}

export const whoIsMissingTool = askTool({
  name: 'who_is_missing',
  description: 'Who has not answered today’s check-in, and who is away, in the teams that the asker leads.',
  parameters: z.strictObject({}),
  run: async (_, { who, now, t }, context) => {
    const teams = await loadManagedTeams(context, who, now, TEAMS_AT_ONCE)
    if (teams.length === 0) return nothingTold(t('ask.notYours'), 'team')
    const more = await moreManagedTeams(context.db, who, now, TEAMS_AT_ONCE)
    const unnamed = teams
      .flatMap(({ missing, away }) => [missing, away])
      .reduce((sum, { length }) => sum + Math.max(0, length - MOST_PEOPLE), 0)
    const facts = teams.flatMap(
      ({ teamId, team, asked, restsToday, missing, away, progress }, at): Fact[] => {
        const of = { about: aboutTeam(teamId, team.teamName), command: teamCommand(team, 'today') }
        const nobody = {
          missing: t(asked > 0 ? 'ask.nobodyMissing' : restsToday ? 'ask.nobodyToAsk' : 'ask.nobodyAsked', {
            count: asked,
          }),
          away: t('ask.nobodyAway'),
        }
        const list = (key: 'missing' | 'away', userIds: readonly string[]) => {
          if (userIds.length === 0) return fact(`${at}.${key}`, nobody[key], ['checkin-states', 'dates'], of)
          const names = userIds.map((userId) => aboutPerson(userId, progress.nameOf[userId] ?? '', t).name)
          const told = names.length > MOST_PEOPLE ? [...names.slice(0, MOST_PEOPLE), '…'] : names
          const listed = { count: names.length, asked, names: told.join(t('common.listSeparator')) }
          const said = t(key === 'missing' ? 'ask.missing' : 'ask.away', listed)
          return fact(`${at}.${key}`, said, ['checkin-states', 'names-of-people', 'dates'], of)
        }
        return [list('missing', missing), list('away', away)]
      },
    )
    return {
      ...{ facts, teamIds: teams.map(({ teamId }) => teamId) },
      command: teams.length === 1 ? teamCommand(teams[0]!.team, 'today') : 'team today',
      notCovered: [
        ...(more > 0 ? [t('ask.moreTeams', { count: more })] : []),
        ...(unnamed > 0 ? [t('ask.moreNames', { count: unnamed })] : []),
      ],
      subjects: teams.flatMap(({ missing, away }) => [...missing, ...away]),
    }
  },
})

export const personTool = askTool({
  name: 'person_numbers',
  description: 'How one person whom the asker leads stands against their targets. person: their name.',
  parameters: z.strictObject({ person: NAME }),
  run: async ({ person }, asker, context) => {
    const { who, now, t } = asker
    const refused = (sentence: string) => nothingTold(sentence, 'team')
    const led = await peopleLed(context.db, who, now)
    const told = toldAs(person, led, ({ name }) => name)
    const found = told.length > 0 ? told : matchPeople(person, led)
    if (found.length > 1) return refused(t('ask.severalPeople'))
    const meant = found[0]
    const shown = meant && (await showRep(context, who, { userId: meant.userId, channelId: '' }))
    // Whether somebody of that name is elsewhere is not told.
    if (!shown?.ok) return refused(t('ask.notYours'))
    const { userId, name, targets, teamId, team, otherTeams } = shown
    const command = `rep <@${userId}>`
    const about = aboutPerson(userId, name, t)
    const facts = targets
      .flatMap((target, index) => targetFacts(`${target.metric.key}.${index}`, target, { about, command }, t))
      .map((one) => inTeam(one, otherTeams.length > 0 ? team.teamName : null, t))
    // Of a team that is off not even the name is sent.
    const others = await teamsOn(context.db, asker, otherTeams, (one) => one.teamId)
    const names = others.on.map(({ teamName }) => shortName(teamName)).join(t('common.listSeparator'))
    const alsoIn = names === '' ? [] : [t('ask.alsoIn', { teams: names })]
    const none = targets.length === 0 && otherTeams.length === 0 ? [t('ask.noTargetsOf')] : []
    return {
      ...{ facts, command, subjects: [userId], notCovered: [...none, ...alsoIn, ...others.notCovered] },
      notCoveredHolds: names === '' ? [] : ['names-of-teams'],
      teamIds: [teamId, ...others.on.map((one) => one.teamId)],
    }
  },
})

export const teamsTool = askTool({
  name: 'teams_compared',
  description: 'The teams that the asker leads side by side in a period.',
  parameters: z.strictObject({ period: SPAN }),
  run: async ({ period }, { who, now, t }, context) => {
    const command = `teams ${spanWords(period)}`
    const shown = await showTeams(context, who, dayIn(period, localDate(now, who.zone)))
    if (!shown.ok) return nothingTold(t('ask.notYours'), command)
    const teams = shown.teams.slice(0, MOST_TEAMS)
    const more = shown.teams.length - teams.length
    const within = periodText(shown.period, t, shown.today)
    const facts = teams.flatMap(({ teamId, name, number }, index): Fact[] => {
      const of = { about: aboutTeam(teamId, name), command, period: within }
      return number ? [reachedFact(`team.${index}`, { ...number, gap: null }, of, t)] : []
    })
    const alone = shown.alone.filter(({ teamId }) => teams.some((one) => one.teamId === teamId))
    const without = teams.filter(({ number }) => !number).length
    return {
      ...{ facts, command, subjects: [...new Set(alone.map(({ userId }) => userId))] },
      notCovered: [
        ...(more > 0 ? [t('ask.moreTeams', { count: more })] : []),
        ...(without > 0 ? [t('ask.teamsWithout', { count: without })] : []),
      ],
      teamIds: teams.map(({ teamId }) => teamId),
    }
  },
})
