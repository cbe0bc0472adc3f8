// `/kpi risks`: the open warnings that somebody may see. Only the reader sees the answer.
import { noTeamMessage } from '../../org/slack/no-team.ts'
import { foldName } from '../../slack/command-line.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler } from '../../slack/requests.ts'
import { listWarnings } from '../flows/list-warnings.ts'
import { reportQuality } from '../flows/report-quality.ts'
import { listMessage } from './list-message.ts'
import { qualityMessage } from './quality.ts'
import { openRaise } from './raise-risk.ts'
import { matrixMessage } from './risk-matrix.ts'

export const RISK_WORDS = [
  ...['at risk', 'warning', 'warnings', 'alert', 'alerts', 'early warning', 'early warnings'],
  ...[
    '风险',
    '風險',
    '预警',
    '預警',
    '警报',
    '警報',
    '告警',
    '警示',
    '风险预警',
    '風險預警',
    '风险清单',
    '風險清單',
  ],
]

/** Behind them, or instead of them, the matrix is meant. */
export const MATRIX_WORDS = [
  ...[
    'risk matrix',
    'matrix',
    'risk map',
    'heat map',
    '风险矩阵',
    '风险地图',
    '風險矩陣',
    '風險地圖',
    '矩阵',
    '矩陣',
  ],
]
/** Behind 'risks' the form is meant, with what follows as its text. */
const RAISE = /^(?:raise|new|add|report|flag|上报|新增|登记|回報|通報|提報|登記)(?:\s+|(?<=\p{Script=Han}))/iu

export const risksCommand: CommandHandler = async (call, context) => {
  const { who, t, rest, reply } = call
  const raising = RAISE.exec(`${rest} `)
  if (raising) return openRaise({ ...call, rest: rest.slice(raising[0].length).trim() }, context)
  const shown = await listWarnings(context, who)
  if (!shown.leads && !shown.reports) return reply(await noTeamMessage(call, context))
  reply(isMatrix(rest) ? matrixMessage([...shown.own, ...shown.team], t) : listMessage(shown, who.zone, t))
}

const isMatrix = (rest: string): boolean => {
  const typed = foldName(rest)
  return MATRIX_WORDS.some((word) => foldName(word) === typed)
}

/** The button below a digest, which opens the same list. */
export const openRisks: ActionHandler = async ({ who, t, replyEphemeral }, context) =>
  replyEphemeral(listMessage(await listWarnings(context, who), who.zone, t))

export const openMatrix: ActionHandler = async ({ who, t, replyEphemeral }, context) => {
  const { own, team } = await listWarnings(context, who)
  await replyEphemeral(matrixMessage([...own, ...team], t))
}

export const REPORT_WORDS = [
  ...['risk report', 'warning report', 'warnings report', 'alert report', 'alerts report', 'warning quality'],
  ...['风险报告', '風險報告', '预警报告', '預警報告', '预警质量', '預警品質', '警报报告', '警報報告'],
]

/** Only for whoever leads a team. */
export const reportCommand: CommandHandler = async ({ who, t, reply }, context) => {
  const found = await reportQuality(context, who)
  reply(found ? qualityMessage(found, t) : textMessage(t('warning.notAllowed')))
}
