// The tools about the asker alone: their numbers, their targets, and what they have planned.
import { z } from 'zod'
import { showActions } from '../../../actions/flows/show-actions.ts'
import { loadHomeTeams } from '../../../checkins/standup/flows/home.ts'
import { formatDate } from '../../../core/i18n/format.ts'
import { membershipsOf, resolveMembership } from '../../../numbers/flows/memberships.ts'
import { myNumbers } from '../../../numbers/flows/my-numbers.ts'
import { formatValue } from '../../../numbers/slack/format-value.ts'
import { maySeeOwnTargets } from '../../../targets/domain/permissions.ts'
import { ownTargets } from '../../../targets/flows/own-targets.ts'
import { nothingTold } from '../../domain/tool-answer.ts'
import { askTool } from '../../flows/ask-tool.ts'
import { countFact, dateFact, figure, labelOf, quoteFact } from '../facts.ts'
import { targetFacts } from './target-facts.ts'

const NOTHING = z.strictObject({})
const MOST_LINES = 12
const KINDS = ['day', 'week', 'month'] as const
const WHEN = { day: 'ask.today', week: 'ask.thisWeek', month: 'ask.thisMonth' } as const

export const myNumbersTool = askTool({
  name: 'my_numbers',
  description: 'The asker’s own numbers: each metric of today, this week and this month.',
  parameters: NOTHING,
  run: async (_, { who, now, t }, { db }) => {
    const command = 'me'
    const mine = await myNumbers(db, who, now, null)
    const about = who.userId
    if (!mine || mine.rows.length === 0) return nothingTold(t('ask.noNumbers'), { command, about })
    const teamIds = (await membershipsOf(db, who, maySeeOwnTargets, now)).map(({ team }) => team.teamId)
    const facts = mine.rows.flatMap((row) =>
      KINDS.flatMap((kind) => {
        const value = row[kind]
        const of = { subject: who.userId, command, label: labelOf(row.metric, t), when: kind }
        const text = value === null ? t('ask.nothingYet') : formatValue(row.metric, value, t.locale)
        return [figure(`${row.metric.key}.${kind}`, text, 'numbers', of)]
      }),
    )
    const dates = KINDS.map((kind) => dateFact(kind, t(WHEN[kind]), command))
    return { facts: [...dates, ...facts], notCovered: [], command, about, subjects: [about], teamIds }
  },
})

export const myTargetsTool = askTool({
  name: 'my_targets',
  description:
    'The asker’s own targets as they run now: reached, target, how far ahead or behind what is due by today, what is left, how much that is a working day, and the forecast.',
  parameters: NOTHING,
  run: async (_, { who, now, t }, { db }) => {
    const [command, about] = ['me', who.userId]
    const membership = resolveMembership(await membershipsOf(db, who, maySeeOwnTargets, now))
    const targets = membership ? await ownTargets(db, membership, now) : []
    if (!membership || targets.length === 0) return nothingTold(t('ask.noTargets'), { command, about })
    const facts = targets.flatMap((target, index) =>
      targetFacts(`${target.metric.key}.${index}`, target, { subject: about, command }, t),
    )
    return { facts, notCovered: [], command, about, subjects: [about], teamIds: [membership.team.teamId] }
  },
})

export const myTasksTool = askTool({
  name: 'my_tasks',
  description: 'What the asker has planned and what is to be done by them, with due dates.',
  parameters: NOTHING,
  run: async (_, { who, now, t }, context) => {
    const [command, about] = ['todo', who.userId]
    const of = { subject: about, command }
    const [{ own }, teams] = await Promise.all([
      showActions(context, who, 'own'),
      loadHomeTeams(context.db, who, now),
    ])
    const lines = teams.flatMap((team) => team.lines).slice(0, MOST_LINES)
    const items = own.slice(0, MOST_LINES)
    if (lines.length + items.length === 0) return nothingTold(t('ask.noTasks'), { command, about })
    const facts = [
      countFact('open', String(own.length), 'to-do', of),
      ...items.flatMap(({ text, dueOn }, index) => [
        quoteFact(`task.${index}`, text, 'to-do', of),
        dateFact(`task.${index}.due`, formatDate(dueOn, t.locale), command),
      ]),
      ...lines.map(({ text }, index) => quoteFact(`plan.${index}`, text, 'plan-lines', of)),
    ]
    const teamIds = [...new Set([...own.map(({ teamId }) => teamId), ...teams.map(({ teamId }) => teamId)])]
    return { facts, notCovered: [], command, about, subjects: [about], teamIds }
  },
})
