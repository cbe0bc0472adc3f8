// What a manager's summary of a team is made of: its totals and its people in a period, as `/kpi team` shows them, as facts and in plain sentences.
import { periodText } from '../../boards/slack/period-text.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { UserId } from '../../core/ids.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { TeamView } from '../../overview/flows/show-team.ts'
import { attainmentOf, paceOf, teamAttainment } from '../../overview/slack/team-figures.ts'
import { nameText } from '../../overview/slack/team-table.ts'
import type { MemberStanding, MetricStanding, TeamStanding } from '../../targets/domain/team-progress.ts'
import type { About, Fact, FactSheet, RenderedClaim } from '../domain/fact.ts'
import { toldFirst } from '../domain/told-first.ts'
import { aboutPerson, aboutTeam, fact, type Of, plainClaim } from './facts.ts'
import { type Standing, standingFact, type ToldStanding } from './standing-facts.ts'
import { withTeam } from './tools/in-team.ts'

const TEAM_METRICS = 8
const PEOPLE_TOLD = 15
const PERSON_METRICS = 3
/** Of those who have entered nothing; all of them are counted. */
const MISSING_NAMED = 10
/** In the plain version, of those behind and of those ahead. */
const NAMED = 3
const BEHIND = 0.95
const AHEAD = 1.05

export interface TeamSheet {
  sheet: FactSheet
  plain: readonly RenderedClaim[]
  /** Whose numbers are among the facts. */
  subjects: readonly UserId[]
}

export function teamSheet(view: TeamView, t: Translate): TeamSheet {
  const { progress, team, today, tree, teamId } = view
  const period = periodText(progress.period, t, today)
  const about = aboutTeam(teamId, team.teamName)
  const command = `${withTeam('team', team.teamName)} ${typedPeriod(progress.period)}`
  const of = { about, command, period }
  const all = (tree?.whole ?? progress.team).filter(
    ({ nobody, actual, target }) => !nobody && (actual !== null || target !== null),
  )
  const counted = toldFirst(all, ({ target }) => target !== null)
  const totals = counted
    .slice(0, TEAM_METRICS)
    .map((one) => standingFact(`team.${one.metric.key}`, ofTeam(one), of, t))
  const moreTotals = counted.length - totals.length
  const people = toldPeople(view, { command, period }, t)
  const missing = missingIn(view, t)
  const more = progress.people.length - people.length
  const facts: Fact[] = [
    ...totals.flatMap((told) => told.fact ?? []),
    ...people.flatMap((person) => person.facts),
    ...missingFact(missing, of, t),
  ]
  const isEmpty = totals.length === 0 && people.every(({ said }) => said.length === 0)
  const sentences = totals.map(({ sentence }) =>
    t('ai-text.ofTeam', { team: about.name, period, said: sentence }),
  )
  const plain = [...sentences, ...plainPeople(people, missing, t)].map((text) => plainClaim(text, command))
  return {
    sheet: {
      ...{ locale: t.locale, about: teamId, period, facts: isEmpty ? [] : facts, mayAdvise: false },
      notCovered: [
        t('ai-text.teamNotCovered'),
        ...(more > 0 ? [t('ai-text.peopleNotCovered', { count: more })] : []),
        ...(moreTotals > 0 ? [t('ai-text.metricsNotCovered', { count: moreTotals })] : []),
      ],
    },
    plain: isEmpty ? [plainClaim(t('ai-text.nothingKnown'), command)] : plain,
    subjects: [...new Set([...people.map(({ userId }) => userId), ...missing.userIds])],
  }
}

/** As it can be typed in every language. */
function typedPeriod({ kind, from }: Period): string {
  if (kind === 'month') return from.toString().slice(0, 'yyyy-mm'.length)
  if (kind === 'year') return String(from.year)
  return kind === 'quarter' ? `${from.year}-Q${Math.ceil(from.month / 3)}` : from.toString()
}

const ofTeam = (one: TeamStanding): Standing => ({
  ...{ metric: one.metric, actual: one.actual, target: one.target?.target ?? null },
  ...{ attainment: teamAttainment(one), pace: one.target?.pace ?? null, change: one.change },
})

const ofPerson = (one: MetricStanding): Standing => ({
  ...{ metric: one.metric, actual: one.actual, target: one.progress?.target ?? null },
  ...{ attainment: attainmentOf(one), pace: paceOf(one), change: one.change },
})

interface ToldPerson {
  userId: UserId
  name: string
  /** Of what has a target and a pace, the lowest. */
  pace: number | null
  facts: readonly Fact[]
  /** Those behind first. */
  said: readonly { pace: number | null; sentence: string }[]
}

function toldPeople({ progress }: TeamView, shownBy: ShownBy, t: Translate): ToldPerson[] {
  const told = progress.people.map((person) => ({ person, pace: lowestPace(person) }))
  const furthest = told.toSorted((one, other) => (one.pace ?? 1) - (other.pace ?? 1))
  // The furthest behind and the furthest ahead are what is asked about.
  const half = Math.ceil(PEOPLE_TOLD / 2)
  const shown =
    furthest.length <= PEOPLE_TOLD
      ? furthest
      : [...furthest.slice(0, half), ...furthest.slice(half - PEOPLE_TOLD)]
  return shown.map(({ person, pace }, index): ToldPerson => {
    const { userId } = person.member
    const about = aboutMember(person, progress, t)
    const of = { ...shownBy, about }
    const standings = shownMetrics(person).map((one): [MetricStanding, ToldStanding] => [
      one,
      standingFact(`p${index}.${one.metric.key}`, ofPerson(one), of, t),
    ])
    return {
      ...{ userId, name: about.name, pace, facts: standings.flatMap(([, told]) => told.fact ?? []) },
      said: standings.map(([one, { sentence }]) => ({ pace: paceOf(one), sentence })),
    }
  })
}

interface ShownBy {
  command: string
  period: string
}

interface Missing {
  /** Of the whole team, also those whose numbers are not told. */
  count: number
  /** The first, and how many more. */
  names: string
  /** Of those who are named. */
  userIds: readonly UserId[]
}

function missingIn({ progress }: TeamView, t: Translate): Missing {
  const missing = progress.people.filter(({ metrics }) => metrics.every(({ actual }) => actual === null))
  const named = missing.slice(0, MISSING_NAMED)
  const names = named.map((person) => aboutMember(person, progress, t).name).join(t('common.listSeparator'))
  const count = missing.length - named.length
  return {
    count: missing.length,
    names: count > 0 ? t('ai-text.andMore', { names, count }) : names,
    userIds: named.map(({ member }) => member.userId),
  }
}

const aboutMember = (person: MemberStanding, progress: TeamView['progress'], t: Translate): About =>
  aboutPerson(person.member.userId, nameText(person, progress, t), t)

/** All of them in one fact: a list that is cut or added to would say something else. */
function missingFact({ count, names }: Missing, of: Of & ShownBy, t: Translate): Fact[] {
  if (count === 0) return []
  return [fact('missing', t('ai-text.entersNothing', { count, names }), ['numbers', 'names-of-people'], of)]
}

/** Those with a target, the furthest behind first; without any, the first that were entered. */
function shownMetrics({ metrics }: MemberStanding): MetricStanding[] {
  const held = metrics.filter(({ progress }) => progress !== null)
  const entered = metrics.filter(({ actual }) => actual !== null)
  const shown = held.length > 0 ? held : entered
  return shown.toSorted((one, other) => (paceOf(one) ?? 1) - (paceOf(other) ?? 1)).slice(0, PERSON_METRICS)
}

function lowestPace({ metrics }: MemberStanding): number | null {
  const paces = metrics.flatMap((one) => paceOf(one) ?? [])
  return paces.length > 0 ? Math.min(...paces) : null
}

/** Who is behind and with what, who is ahead, and who has entered nothing. */
function plainPeople(people: readonly ToldPerson[], { count, names }: Missing, t: Translate): string[] {
  const behind = people.filter(({ pace }) => pace !== null && pace < BEHIND).slice(0, NAMED)
  const ahead = people.filter(({ pace }) => pace !== null && pace > AHEAD).slice(-NAMED)
  return [
    ...behind.map(({ name, said }) => t('ai-text.behindPerson', { name, said: said[0]!.sentence })),
    ...ahead.map(({ name, said }) => t('ai-text.aheadPerson', { name, said: said[0]!.sentence })),
    ...(count > 0 ? [t('ai-text.nothingEntered', { count, names })] : []),
  ]
}
