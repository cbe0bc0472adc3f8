// `/kpi days`: sets single working days and days off that differ from the week pattern and the public holidays.

import { dateQuestion } from '../../slack/date-questions.ts'
import { readDate } from '../../slack/dates.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, SubmitHandler } from '../../slack/requests.ts'
import { mayChangeSettings } from '../domain/org-permissions.ts'
import { changeExtraDay, loadDays } from '../flows/change-extra-days.ts'
import { dateReadingOf } from '../flows/date-view.ts'
import { inChosenTeam } from './chosen-team.ts'
import { DAYS, dayLine, dayProblemText, daysView, dayText, readDay } from './days-form.ts'
import { readDaysLine } from './days-line.ts'
import { TEAM } from './ids.ts'
import { readTeamMetadata } from './members-form.ts'
import { resolveTeamOrReply } from './resolve-team-or-reply.ts'

export const daysCommand: CommandHandler = async (call, context) => {
  const team = await resolveTeamOrReply(call, context, mayChangeSettings, TEAM.daysOf)
  if (!team) return
  const { read, kind } = readDaysLine(call.rest, await dateReadingOf(context.db, call.who, call.now))
  if (!read.ok && read.problem.reason !== 'no-date')
    return call.reply(
      dateQuestion(read.problem, call.t, {
        noDate: call.t('team.dayMissing'),
        commandWith: (day) => `days ${day} ${read.rest}`.trim(),
      }),
    )
  const typed = { date: read.ok ? read.day : null, kind }
  await call.open(daysView(await loadDays(context, team), call.t, { typed }))
}

export const daysOfChosen = inChosenTeam(daysCommand, mayChangeSettings)

export const submitDay: SubmitHandler = async ({ who, t, metadata, state }, context) => {
  const teamId = readTeamMetadata(metadata)
  if (!teamId) return { kind: 'errors', errors: { [DAYS.date]: t('team.notAllowed') } }
  const read = readDay(state, t)
  if (!read.ok) return { kind: 'errors', errors: read.errors }
  const changed = await changeExtraDay(context, who, teamId, read.value)
  if (!changed.ok) return { kind: 'errors', errors: { [DAYS.date]: dayProblemText(changed, t) } }
  const facts = await loadDays(context, { workspaceId: who.workspaceId, teamId })
  return {
    kind: 'update',
    view: daysView(facts, t, { note: t('team.daySaved', { day: dayLine(read.value, t) }) }),
  }
}

export const normalDay: ActionHandler = async (call, context) => {
  const { who, t } = call
  const date = readDate(call.value)
  const teamId = call.view && readTeamMetadata(call.view.metadata)
  if (!teamId || !date) return
  const changed = await changeExtraDay(context, who, teamId, { date, kind: 'normal' })
  if (!changed.ok) return call.replyEphemeral(textMessage(dayProblemText(changed, t)))
  const facts = await loadDays(context, { workspaceId: who.workspaceId, teamId })
  await call.update(daysView(facts, t, { note: t('team.dayRemoved', { date: dayText(date, t) }) }))
}
