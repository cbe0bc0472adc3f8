// The tools about a team and its people, for whoever leads it: their numbers, one person, teams side by side.
import { z } from 'zod'
import { periodText } from '../../../boards/slack/period-text.ts'
import type { Context } from '../../../core/context.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { MetricKey } from '../../../core/ids.ts'
import { localDate } from '../../../core/time.ts'
import { matchPeople } from '../../../org/domain/person-match.ts'
import type { NamedTeam } from '../../../org/domain/team.ts'
import { peopleLed } from '../../../org/flows/people-led.ts'
import { behindFirst } from '../../../overview/domain/side-by-side.ts'
import { showRep } from '../../../overview/flows/show-rep.ts'
import { showTeam, type TeamView } from '../../../overview/flows/show-team.ts'
import { showTeams } from '../../../overview/flows/show-teams.ts'
import { teamByName, teamsByName } from '../../../overview/flows/team-by-name.ts'
import { gapOfTeam, type MemberStanding, type TeamStanding } from '../../../targets/domain/team-progress.ts'
import { ASKED_SPANS, dayIn, spanWords } from '../../domain/asked-span.ts'
import type { Fact } from '../../domain/fact.ts'
import { toldFirst } from '../../domain/told-first.ts'
import { nothingTold } from '../../domain/tool-answer.ts'
import { type Asker, askTool } from '../../flows/ask-tool.ts'
import { teamsOn } from '../../flows/own-teams.ts'
import { teamMeant } from '../../flows/team-meant.ts'
import { teamsToldBy } from '../../flows/teams-told.ts'
import { aboutPerson, aboutTeam, shortName } from '../facts.ts'
import { inTeam, teamCommand } from './in-team.ts'
import { gapOf, reachedFact, targetFacts } from './target-facts.ts'
import { metricsNamed, toldAs } from './told-names.ts'

const NAME = z.string().max(200)
const SPAN = z.enum(ASKED_SPANS)
const MOST_PEOPLE = 20
const MOST_METRICS = 6
const MOST_OF_PERSON = 3
const MOST_TEAMS = 12

export const teamNumbersTool = askTool({
  name: 'team_numbers',
  description:
    'A team’s numbers of a period, with each of its people, for whoever leads it. team: its name, or null for the asker’s own, of a director the whole with the teams below. metric: what one metric is called, to get it of every person (also who has nothing), or null.',
  parameters: z.strictObject({ team: NAME.nullable(), period: SPAN, metric: NAME.nullable() }),
  run: async ({ team, period, metric }, asker, context) => {
    const { who, t, now } = asker
    const refused = (sentence: string) => nothingTold(sentence, `team ${spanWords(period)}`)
    const named = team ? await teamsNamed(context, who, team) : []
    if (team && named.length !== 1) return refused(t('ask.noSuchTeam'))
    const when = dayIn(period, localDate(now, who.zone))
    const first = await showTeam(context, who, named[0] ?? { channelId: '' }, when)
    const meant = 'choices' in first ? await teamMeant(context.db, asker, first.choices) : null
    const shown = meant?.teamId ? await showTeam(context, who, { teamId: meant.teamId }, when) : first
    if (!shown.ok) return refused(t(shown.reason === 'which-team' ? 'ask.whichTeam' : 'ask.notYours'))
    const { teamId, progress } = shown
    const keys = metric === null ? null : metricsMeant(metric, shown, t)
    if (keys?.size === 0) return refused(t('ask.noSuchMetric'))
    const command = teamCommand(shown.team, period)
    const people = progress.people.slice(0, MOST_PEOPLE)
    const more = progress.people.length - people.length
    const ofTeam = teamFacts(shown, { command, meant: keys }, asker)
    const ofPeople = peopleFacts(people, shown, { command, meant: keys }, asker)
    return {
      facts: [...ofTeam.facts, ...ofPeople.facts],
      notCovered: [
        ...(meant?.notCovered ?? []),
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
  const counted = (tree?.whole ?? progress.team).filter((one) =>
    meant ? meant.has(one.metric.key) : isTold(one),
  )
  const standings = toldFirst(counted, ({ target }) => target !== null)
  const of = {
    about: aboutTeam(teamId, team.teamName),
    command,
    period: periodText(progress.period, t, today),
  }
  const facts = standings.slice(0, MOST_METRICS).map(({ metric, actual, target }) => {
    const reached = { metric, actual, gap: gapOfTeam(metric, target), target: target?.target ?? null }
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
    const meantOf = metrics.filter((one) => (meant ? meant.has(one.metric.key) : one.progress !== null))
    const held = toldFirst(meantOf, ({ progress: held }) => held !== null)
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
  run: async ({ period }, asker, context) => {
    const { who, now, t } = asker
    const command = `teams ${spanWords(period)}`
    const shown = await showTeams(context, who, dayIn(period, localDate(now, who.zone)))
    if (!shown.ok) return nothingTold(t('ask.notYours'), command)
    const { on, notCovered } = await teamsOn(context.db, asker, shown.teams, ({ teamId }) => teamId)
    const teams = behindFirst(on).slice(0, MOST_TEAMS)
    const more = on.length - teams.length
    const within = periodText(shown.period, t, shown.today)
    const facts = teams.flatMap(({ teamId, name, number }, index): Fact[] => {
      const of = { about: aboutTeam(teamId, name), command, period: within }
      return number ? [reachedFact(`team.${index}`, number, of, t)] : []
    })
    const alone = shown.alone.filter(({ teamId }) => teams.some((one) => one.teamId === teamId))
    const without = teams.filter(({ number }) => !number).length
    return {
      ...{ facts, command, subjects: [...new Set(alone.map(({ userId }) => userId))] },
      notCovered: [
        ...notCovered,
        ...(more > 0 ? [t('ask.moreTeams', { count: more })] : []),
        ...(without > 0 ? [t('ask.teamsWithout', { count: without })] : []),
      ],
      teamIds: teams.map(({ teamId }) => teamId),
    }
  },
})
