// The tool about boards: the asker's place and the first places, on each of their teams' boards.
import { z } from 'zod'
import { shownGroups } from '../../../boards/domain/board-shown.ts'
import { parseBoardWords } from '../../../boards/domain/board-words.ts'
import { neighbours } from '../../../boards/domain/leaderboard.ts'
import type { BoardPlace } from '../../../boards/flows/resolve-board-team.ts'
import { type BoardAnswer, type BoardReader, showBoard } from '../../../boards/flows/show-board.ts'
import { boardValue, measuredOf, measureName } from '../../../boards/slack/board-figures.ts'
import { periodText } from '../../../boards/slack/period-text.ts'
import { namesOfRoles } from '../../../boards/slack/role-names.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { localDate } from '../../../core/time.ts'
import { hasPresetName } from '../../../numbers/domain/metrics.ts'
import { namesOfMetrics } from '../../../numbers/slack/metric-names.ts'
import type { Role } from '../../../org/domain/team.ts'
import { roleName } from '../../../org/slack/role-choices.ts'
import type { About } from '../../domain/fact.ts'
import { nothingTold, type ToolAnswer } from '../../domain/tool-answer.ts'
import { type Asker, askTool } from '../../flows/ask-tool.ts'
import { teamsChosen } from '../../flows/own-teams.ts'
import {
  aboutPerson,
  aboutReader,
  fact,
  inside,
  labelOf,
  metricSaid,
  nameInside,
  shortName,
} from '../facts.ts'
import { inTeam, withTeam } from './in-team.ts'

/** Of each role that is ranked by itself, and of all. */
const MOST_PLACES = 5
const MOST_NAMED = 12

export const boardTool = askTool({
  name: 'board',
  description: 'The asker’s place on their team’s board of a day, week or month, and the first places.',
  parameters: z.strictObject({ period: z.enum(['day', 'week', 'month']) }),
  run: async ({ period }, asker, { db }) => {
    const { who, now, t } = asker
    const command = `board ${period}`
    const parse: BoardReader['parse'] = (typed, { metrics, roles }, view) =>
      parseBoardWords(typed, namesOfMetrics(metrics), view, namesOfRoles(roles))
    const show = (place: BoardPlace) => showBoard(db, { who, now, parse }, place, period)
    const shown = await show({ channelId: '' })
    if (shown.ok) return boardTold([{ shown, team: null }], command, asker)
    if (shown.reason !== 'which-team') return nothingTold(t('ask.noBoard'), command)
    const chosen = await teamsChosen(db, asker, shown.choices)
    const boards: TeamBoard[] = []
    for (const { teamId, name } of chosen.told) {
      const one = await show({ teamId })
      if (one.ok) boards.push({ shown: one, team: name })
    }
    const told = boardTold(boards, command, asker)
    const more = chosen.told.length - boards.length
    const notShown = more > 0 ? [t('ask.moreTeams', { count: more })] : []
    return { ...told, notCovered: [...told.notCovered, ...chosen.notCovered, ...notShown] }
  },
})

type Board = Extract<BoardAnswer, { ok: true }>
interface TeamBoard {
  shown: Board
  /** Null: it needs no name. */
  team: string | null
}

function boardTold(boards: readonly TeamBoard[], command: string, asker: Asker): ToolAnswer {
  const { who, t } = asker
  const told = boards.map(({ shown, team }, at) => {
    const { facts, named, mine, more } = boardFacts(shown, withTeam(command, team), asker)
    return {
      facts: facts.map((one) => inTeam({ ...one, key: `${at}.${one.key}` }, team, t)),
      subjects: [...(mine ? [who.userId] : []), ...named],
      namesTeam: !mine && shown.memberId !== null && team !== null,
      notCovered: [
        ...(mine || shown.memberId === null ? [] : [notRankedText(team, t)]),
        ...(more > 0 ? [t('ask.morePlaces', { count: more })] : []),
      ],
    }
  })
  return {
    ...{ facts: told.flatMap(({ facts }) => facts), command },
    notCovered: told.flatMap(({ notCovered }) => notCovered),
    notCoveredHolds: told.some(({ namesTeam }) => namesTeam) ? ['names-of-teams'] : [],
    subjects: [...new Set(told.flatMap(({ subjects }) => subjects))],
    teamIds: boards.map(({ shown }) => shown.facts.teamId),
  }
}

const notRankedText = (team: string | null, t: Translate): string =>
  team === null ? t('ask.notRanked') : t('ask.notRankedIn', { team: shortName(team) })

function boardFacts({ facts: board, memberId }: Board, command: string, { who, now, t }: Asker) {
  const measured = measuredOf(board)
  const { metric } = measured
  // The name stays in its place beside our words, too: 'Calls: target reached'.
  const label = metric && labelOf(metric, t)
  const isOurs = metric === null || hasPresetName(metric)
  const words = measureName({ ...measured, metric: metric && { ...metric, label } }, t)
  const called = metric && words === label ? nameInside(metric, t) : isOurs ? inside(words) : words
  const period = periodText(board.board.period, t, localDate(now, who.zone))
  const place = (key: string, about: About, said: string) =>
    fact(key, metricSaid(called, [said], t), ['boards'], { about, period, command })
  const value = (of: number) => boardValue(measured, of, t)
  const mine = memberId ? neighbours(board.board, memberId) : null
  const groups = shownGroups(board.board, 'top')
  /** Where each role is ranked by itself, a place is one in it. */
  const among = (role: Role, said: string) =>
    groups.length > 1 ? t('ask.amongRole', { said, role: shortName(roleName(role, t)) }) : said
  // In the channel, too, whoever is not among the first is not named.
  const first = board.names === 'none' ? [] : groups.flatMap(({ rows }) => rows.slice(0, MOST_PLACES))
  const named = first.filter(({ userId }) => userId !== who.userId).slice(0, MOST_NAMED)
  const own = mine && t('ask.ownPlace', { rank: mine.row.rank, of: mine.of, value: value(mine.row.value) })
  const facts = [
    ...(own ? [place('own', aboutReader(who.userId, t), among(mine.row.role, own))] : []),
    ...named.map(({ userId, rank, role, ...row }, index) => {
      const about = aboutPerson(userId, board.nameOf[userId] ?? '', t)
      return place(`place.${index}`, about, among(role, t('ask.place', { rank, value: value(row.value) })))
    }),
  ]
  const more = board.board.ranked.length - named.length - (mine ? 1 : 0)
  return { facts, named: named.map(({ userId }) => userId), mine, more }
}
