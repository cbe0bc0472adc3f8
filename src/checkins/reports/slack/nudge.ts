// The button of a report's digest before the close: it asks everybody whose report is missing, once each.
import type { ActionHandler } from '../../../slack/requests.ts'
import { nudgeMembers } from '../../flows/nudge-members.ts'
import { answerNudge } from '../../standup/slack/nudge.ts'
import { reportCheckin } from '../flows/report-checkin.ts'
import { readReportRef } from './report-buttons.ts'

export const nudgeForReports: ActionHandler = async (call, context) => {
  const of = readReportRef(call.value)
  await answerNudge(call, of && (await nudgeMembers(context, call.who, reportCheckin(of.name), of)))
}
