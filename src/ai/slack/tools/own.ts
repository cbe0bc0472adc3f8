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
import { aboutReader, fact, nameInside, shortQuote } from '../facts.ts'
import { targetFacts } from './target-facts.ts'

const NOTHING = z.strictObject({})
const MOST_LINES = 12

export const myNumbersTool = askTool({
  name: 'my_numbers',
  description: 'The asker’s own numbers: each metric of today, this week and this month.',
  parameters: NOTHING,
  run: async (_, { who, now, t }, { db }) => {
    const command = 'me'
    const mine = await myNumbers(db, who, now, null)
    if (!mine || mine.rows.length === 0) return nothingTold(t('ask.noNumbers'), command)
    const teamIds = (await membershipsOf(db, who, maySeeOwnTargets, now)).map(({ team }) => team.teamId)
    const about = aboutReader(who.userId, t)
    const facts = mine.rows.map(({ metric, ...row }) => {
      const value = (kind: 'day' | 'week' | 'month') =>
        row[kind] === null ? t('ask.nothingYet') : formatValue(metric, row[kind], t.locale)
      const said = t('ask.byPeriod', {
        ...{ metric: nameInside(metric, t), day: value('day'), week: value('week'), month: value('month') },
      })
      return fact(metric.key, said, ['numbers', 'dates'], { about, command })
    })
    return { facts, notCovered: [], command, subjects: [who.userId], teamIds }
  },
})

export const myTargetsTool = askTool({
  name: 'my_targets',
  description:
    'The asker’s own targets as they run now: reached, target, how far ahead or behind what is due by today, what is left, how much that is a working day, and the forecast.',
  parameters: NOTHING,
  run: async (_, { who, now, t }, { db }) => {
    const command = 'me'
    const membership = resolveMembership(await membershipsOf(db, who, maySeeOwnTargets, now))
    const targets = membership ? await ownTargets(db, membership, now) : []
    if (!membership || targets.length === 0) return nothingTold(t('ask.noTargets'), command)
    const of = { about: aboutReader(who.userId, t), command }
    const facts = targets.flatMap((target, index) =>
      targetFacts(`${target.metric.key}.${index}`, target, of, t),
    )
    const teamIds = [membership.team.teamId]
    return { facts, notCovered: [], command, subjects: [who.userId], teamIds }
  },
})

export const myTasksTool = askTool({
  name: 'my_tasks',
  description: 'What the asker has planned and what is to be done by them, with due dates.',
  parameters: NOTHING,
  run: async (_, { who, now, t }, context) => {
    const command = 'todo'
    const of = { about: aboutReader(who.userId, t), command }
    const [{ own }, teams] = await Promise.all([
      showActions(context, who, 'own'),
      loadHomeTeams(context.db, who, now),
    ])
    const planned = teams.flatMap((team) => team.lines)
    const lines = planned.slice(0, MOST_LINES)
    const items = own.slice(0, MOST_LINES)
    const [moreItems, moreLines] = [own.length - items.length, planned.length - lines.length]
    if (lines.length + items.length === 0) return nothingTold(t('ask.noTasks'), command)
    const facts = [
      fact('open', t('ask.openTasks', { count: own.length }), ['to-do'], of),
      ...items.map(({ text, dueOn }, index) => {
        const due = formatDate(dueOn, t.locale)
        return fact(`task.${index}`, t('ask.task', { due, text: shortQuote(text) }), ['to-do', 'dates'], of)
      }),
      ...lines.map(({ text, ticked }, index) => {
        const said = t(ticked ? 'ai-text.doneLine' : 'ask.planned', { text: shortQuote(text) })
        return fact(`plan.${index}`, said, ['plan-lines'], of)
      }),
    ]
    const teamIds = [...new Set([...own.map(({ teamId }) => teamId), ...teams.map(({ teamId }) => teamId)])]
    const notCovered = [
      ...(moreItems > 0 ? [t('ask.moreTasks', { count: moreItems })] : []),
      ...(moreLines > 0 ? [t('ask.moreLines', { count: moreLines })] : []),
    ]
    return { facts, notCovered, command, subjects: [who.userId], teamIds }
  },
})
