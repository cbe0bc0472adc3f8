// The tools about warnings, boards, and what a metric means.
import { z } from 'zod'
import { shownGroups } from '../../../boards/domain/board-shown.ts'
import { parseBoardWords } from '../../../boards/domain/board-words.ts'
import { neighbours } from '../../../boards/domain/leaderboard.ts'
import { type BoardReader, showBoard } from '../../../boards/flows/show-board.ts'
import { boardValue, measuredOf, measureName } from '../../../boards/slack/board-figures.ts'
import { periodText } from '../../../boards/slack/period-text.ts'
import { namesOfRoles } from '../../../boards/slack/role-names.ts'
import { foldText } from '../../../core/text.ts'
import { localDate } from '../../../core/time.ts'
import { matchMetrics } from '../../../numbers/domain/metric-match.ts'
import { formatValue } from '../../../numbers/slack/format-value.ts'
import { namesOfMetrics } from '../../../numbers/slack/metric-names.ts'
import { listWarnings } from '../../../warnings/flows/list-warnings.ts'
import type { Fact } from '../../domain/fact.ts'
import { nothingTold } from '../../domain/tool-answer.ts'
import { askTool } from '../../flows/ask-tool.ts'
import { countedMetrics } from '../../flows/counted-metrics.ts'
import { countFact, dateFact, figure, labelOf, nameFact } from '../facts.ts'

const MOST_WARNINGS = 12
const MOST_PLACES = 5

export const warningsTool = askTool({
  name: 'open_warnings',
  description: 'Open warnings: how many are about the asker, and about which people whom the asker leads.',
  parameters: z.strictObject({}),
  run: async (_, { who, t }, context) => {
    const [command, about] = ['risks', who.userId]
    const { own, team } = await listWarnings(context, who)
    if (own.length + team.length === 0) return nothingTold(t('ask.noWarnings'), { command, about })
    const views = team.slice(0, MOST_WARNINGS)
    const byPerson = [...Map.groupBy(views, ({ repUserId }) => repUserId)]
    const facts = [
      countFact('own', String(own.length), 'warnings', { subject: about, command }),
      ...byPerson.flatMap(([userId, of], index): Fact[] => [
        nameFact(`person.${index}`, userId, of[0]!.name, 'names-of-people', command),
        countFact(`person.${index}.open`, String(of.length), 'warnings', { subject: userId, command }),
      ]),
    ]
    const all = [...own, ...views]
    return {
      ...{ facts, notCovered: team.length > views.length ? [t('ask.moreWarnings')] : [], command, about },
      subjects: [about, ...byPerson.map(([userId]) => userId)],
      teamIds: [...new Set(all.map(({ warning }) => warning.teamId))],
    }
  },
})

export const boardTool = askTool({
  name: 'board',
  description: 'The asker’s place on their team’s board of a day, week or month, and the first places.',
  parameters: z.strictObject({ period: z.enum(['day', 'week', 'month']) }),
  run: async ({ period }, { who, now, t }, { db }) => {
    const command = `board ${period}`
    const parse: BoardReader['parse'] = (typed, { metrics, roles }, view) =>
      parseBoardWords(typed, namesOfMetrics(metrics), view, namesOfRoles(roles))
    const shown = await showBoard(db, { who, now, parse }, { channelId: '' }, period)
    if (!shown.ok) return nothingTold(t('ask.noBoard'), { command, about: who.userId })
    const { facts: board, memberId } = shown
    const measured = measuredOf(board)
    const label = measureName(measured, t)
    const of = (subject: string) => ({ subject, command, label, when: 'period' })
    const value = (of: number) => boardValue(measured, of, t)
    const mine = memberId ? neighbours(board.board, memberId) : null
    // In the channel, too, whoever is not among the first is not named.
    const first = board.names === 'none' ? [] : shownGroups(board.board, 'top').flatMap(({ rows }) => rows)
    const named = first.filter(({ userId }) => userId !== who.userId).slice(0, MOST_PLACES)
    const facts = [
      dateFact('period', periodText(board.board.period, t, localDate(now, who.zone)), command),
      ...(mine
        ? [
            figure('own.rank', String(mine.row.rank), 'boards', of(who.userId)),
            figure('own.of', String(mine.of), 'boards', of(who.userId)),
            figure('own.value', value(mine.row.value), 'boards', of(who.userId)),
          ]
        : []),
      ...named.flatMap((row, index) => [
        nameFact(`place.${index}`, row.userId, board.nameOf[row.userId] ?? '', 'names-of-people', command),
        figure(`place.${index}.rank`, String(row.rank), 'boards', of(row.userId)),
        figure(`place.${index}.value`, value(row.value), 'boards', of(row.userId)),
      ]),
    ]
    const subjects = [...(mine ? [who.userId] : []), ...named.map(({ userId }) => userId)]
    const notCovered = mine || memberId === null ? [] : [t('ask.notRanked')]
    return { facts, notCovered, command, about: who.userId, subjects, teamIds: [board.teamId] }
  },
})

export const meaningTool = askTool({
  name: 'metric_meaning',
  description: 'What a metric of the asker’s team is made of: what a rate divides, and what good looks like.',
  parameters: z.strictObject({ metric: z.string().max(200) }),
  run: async ({ metric: typed }, { who, now, t }, { db }) => {
    const [command, about] = ['metrics', who.userId]
    const counted = await countedMetrics(db, who, now)
    if (!counted) return nothingTold(t('ask.noSuchMetric'), { command, about })
    const { teamId, metrics } = counted
    const inUse = [...metrics.values()].filter(({ retiredAt }) => retiredAt === null)
    const [meant] = matchMetrics(foldText(typed), namesOfMetrics(inUse)).metrics
    if (!meant) return nothingTold(t('ask.noSuchMetric'), { command, about })
    const label = labelOf(meant, t)
    const made = [meant.numerator, meant.denominator].map((key) => metrics.get(key ?? ''))
    const named = (key: string, text: string) => nameFact(key, null, text, 'meanings-of-metrics', command)
    const facts: Fact[] = [
      named('metric', label),
      ...(made[0] && made[1]
        ? [named('divided', labelOf(made[0], t)), named('divided-by', labelOf(made[1], t))]
        : []),
      ...(meant.benchmark === null
        ? []
        : [
            dateFact('now', t('ask.today'), command),
            figure('benchmark', formatValue(meant, meant.benchmark, t.locale), 'meanings-of-metrics', {
              ...{ subject: null, command, label, when: 'now' },
            }),
          ]),
    ]
    return { facts, notCovered: [], command, about, subjects: [], teamIds: [teamId] }
  },
})
