// The tools about the asker alone: their numbers, their targets, and what they have planned.
import { z } from 'zod'
import { showActions } from '../../../actions/flows/show-actions.ts'
import { periodText } from '../../../boards/slack/period-text.ts'
import { loadHomeTeams } from '../../../checkins/standup/flows/home.ts'
import type { Context } from '../../../core/context.ts'
import { formatDate } from '../../../core/i18n/format.ts'
import { maySeeOwnNumbers } from '../../../numbers/domain/permissions.ts'
import type { Membership } from '../../../numbers/flows/memberships.ts'
import { myNumbers } from '../../../numbers/flows/my-numbers.ts'
import { numbersOfPeriod } from '../../../numbers/flows/numbers-of-period.ts'
import { formatValue } from '../../../numbers/slack/format-value.ts'
import { maySeeOwnTargets } from '../../../targets/domain/permissions.ts'
import { ownTargets } from '../../../targets/flows/own-targets.ts'
import { ASKED_SPANS, type AskedSpan, dayIn, spanWords } from '../../domain/asked-span.ts'
import type { Fact } from '../../domain/fact.ts'
import { nothingTold, type ToolAnswer } from '../../domain/tool-answer.ts'
import { type Asker, askTool } from '../../flows/ask-tool.ts'
import { type OwnTeams, ownTeams, teamsOn } from '../../flows/own-teams.ts'
import { aboutReader, fact, nameInside, shortQuote } from '../facts.ts'
import { inTeam, withTeam } from './in-team.ts'
import { reachedFact, targetFacts } from './target-facts.ts'

const NOTHING = z.strictObject({})
const MOST_LINES = 12

export const myNumbersTool = askTool({
  name: 'my_numbers',
  description:
    'The asker’s own numbers, each metric of a period. period: which, or null for today, this week and this month at once.',
  parameters: z.strictObject({ period: z.enum(ASKED_SPANS).nullable() }),
  run: async ({ period }, asker, { db }) => {
    const { who, now, t } = asker
    const teams = await ownTeams(db, asker, maySeeOwnNumbers)
    const about = aboutReader(who.userId, t)
    const facts: Fact[] = []
    for (const [at, membership] of teams.told.entries()) {
      const name = teams.nameOf(membership)
      if (period !== null) {
        facts.push(...(await periodFacts(db, { membership, name, period, at }, asker)))
        continue
      }
      const mine = await myNumbers(db, who, now, membership.team.channelId)
      for (const { metric, ...row } of mine?.rows ?? []) {
        const value = (kind: 'day' | 'week' | 'month') =>
          row[kind] === null ? t('ask.nothingYet') : formatValue(metric, row[kind], t.locale)
        const said = t('ask.byPeriod', {
          ...{ metric: nameInside(metric, t), day: value('day'), week: value('week'), month: value('month') },
        })
        const of = { about, command: withTeam('me', name) }
        facts.push(inTeam(fact(`${at}.${metric.key}`, said, ['numbers', 'dates'], of), name, t))
      }
    }
    return ownAnswer(facts, teams, t('ask.noNumbers'), who.userId)
  },
})

interface OfPeriod {
  membership: Membership
  /** Null: it needs no name. */
  name: string | null
  period: AskedSpan
  at: number
}

async function periodFacts(
  db: Context['db'],
  { membership, name, period, at }: OfPeriod,
  { who, t }: Asker,
): Promise<Fact[]> {
  const shown = await numbersOfPeriod(db, membership, dayIn(period, membership.today))
  if (!shown) return []
  const command = `${withTeam('me', name)} ${spanWords(period)}`
  const of = { about: aboutReader(who.userId, t), command, period: periodText(shown.period, t, shown.today) }
  return shown.rows.map(({ metric, value }) => {
    const reached = { metric, actual: value, target: null, attainment: null, gap: null }
    return inTeam(reachedFact(`${at}.${metric.key}`, reached, of, t), name, t)
  })
}

/** `nothing`: what is said where there is no fact in any of the teams. */
const ownAnswer = (
  facts: readonly Fact[],
  { told, notCovered }: OwnTeams,
  nothing: string,
  userId: string,
): ToolAnswer => ({
  ...{ facts, command: 'me', subjects: facts.length > 0 ? [userId] : [] },
  notCovered: facts.length + notCovered.length > 0 ? notCovered : [nothing],
  teamIds: told.map(({ team }) => team.teamId),
})

export const myTargetsTool = askTool({
  name: 'my_targets',
  description:
    'The asker’s own targets as they run now: reached, target, how far ahead or behind what is due by today, what is left, how much that is a working day, and the forecast.',
  parameters: NOTHING,
  run: async (_, asker, { db }) => {
    const { who, now, t } = asker
    const teams = await ownTeams(db, asker, maySeeOwnTargets)
    const about = aboutReader(who.userId, t)
    const facts: Fact[] = []
    for (const [at, membership] of teams.told.entries()) {
      const name = teams.nameOf(membership)
      const of = { about, command: withTeam('me', name) }
      for (const [index, target] of (await ownTargets(db, membership, now)).entries())
        for (const one of targetFacts(`${at}.${target.metric.key}.${index}`, target, of, t))
          facts.push(inTeam(one, name, t))
    }
    return ownAnswer(facts, teams, t('ask.noTargets'), who.userId)
  },
})

export const myTasksTool = askTool({
  name: 'my_tasks',
  description: 'What the asker has planned and what is to be done by them, with due dates.',
  parameters: NOTHING,
  run: async (_, asker, context) => {
    const { who, now, t } = asker
    const command = 'todo'
    const of = { about: aboutReader(who.userId, t), command }
    const [listed, reported] = await Promise.all([
      showActions(context, who, 'own'),
      loadHomeTeams(context.db, who, now),
    ])
    const { on: own, ...ofItems } = await teamsOn(context.db, asker, listed.own, ({ teamId }) => teamId)
    const { on: teams, ...ofLines } = await teamsOn(context.db, asker, reported, ({ teamId }) => teamId)
    const left = [...new Set([...ofItems.notCovered, ...ofLines.notCovered])]
    const planned = teams.flatMap((team) => team.lines)
    const lines = planned.slice(0, MOST_LINES)
    const items = own.slice(0, MOST_LINES)
    const [moreItems, moreLines] = [own.length - items.length, planned.length - lines.length]
    if (lines.length + items.length === 0) return nothingTold(left[0] ?? t('ask.noTasks'), command)
    const facts = [
      fact('open', t('ask.openTasks', { count: own.length }), ['to-do'], of),
      ...items.map(({ text, dueOn }, index) => {
        const due = formatDate(dueOn, t.locale)
        return fact(`task.${index}`, t('ask.task', { due, text: shortQuote(text) }), ['to-do', 'dates'], of)
      }),
      ...lines.map(({ text, ticked }, index) => {
        const said = t(ticked ? 'ask.plannedDone' : 'ask.planned', { text: shortQuote(text) })
        return fact(`plan.${index}`, said, ['plan-lines'], of)
      }),
    ]
    const teamIds = [...new Set([...own.map(({ teamId }) => teamId), ...teams.map(({ teamId }) => teamId)])]
    const notCovered = [
      ...left,
      ...(moreItems > 0 ? [t('ask.moreTasks', { count: moreItems })] : []),
      ...(moreLines > 0 ? [t('ask.moreLines', { count: moreLines })] : []),
    ]
    return { facts, notCovered, command, subjects: [who.userId], teamIds }
  },
})
