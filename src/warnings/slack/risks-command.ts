// `/kpi risks`: the open warnings that somebody may see. Only the reader sees the answer.
import { noTeamMessage } from '../../org/slack/no-team.ts'
import type { ActionHandler, CommandHandler } from '../../slack/requests.ts'
import { listWarnings } from '../flows/list-warnings.ts'
import { listMessage } from './list-message.ts'

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

export const risksCommand: CommandHandler = async (call, context) => {
  const { who, t, reply } = call
  const shown = await listWarnings(context, who)
  if (!shown.leads && !shown.reports) return reply(await noTeamMessage(call, context))
  reply(listMessage(shown, who.zone, t))
}

/** The button below a digest, which opens the same list. */
export const openRisks: ActionHandler = async ({ who, t, replyEphemeral }, context) =>
  replyEphemeral(listMessage(await listWarnings(context, who), who.zone, t))
