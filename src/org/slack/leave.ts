// `/kpi leave`: records leave in a form, and cancels it or takes a question about it back.
import { z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { messageAsModal, textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, CommandHandler, SubmitHandler, SubmitResult } from '../../slack/requests.ts'
import { changeHomeTeam } from '../flows/home-teams.ts'
import { withdrawLeaveRequest } from '../flows/leave-requests.ts'
import { loadLeaveFacts } from '../flows/load-leave.ts'
import { cancelLeave, recordLeave } from '../flows/record-leave.ts'
import { HOME_TEAM, homeTeamView, readHomeTeam } from './home-team-form.ts'
import { leaveConfirmView, readLeaveConfirm, savedText } from './leave-confirm.ts'
import { leaveProblemBlock, leaveProblemText, leaveView, readLeave } from './leave-form.ts'
import { splitLeaveKind } from './leave-kinds.ts'
import { cancelledText, recordLeaveLine, withdrawnText } from './leave-line-answer.ts'

export const leaveCommand: CommandHandler = async (call, context) => {
  const facts = await loadLeaveFacts(context, call.who)
  if (!facts) return call.reply(textMessage(call.t('leave.noTeam')))
  const { kind, rest } = splitLeaveKind(call.rest)
  if (rest === '') await call.open(leaveView(facts, call.t, undefined, kind ?? undefined))
  else await recordLeaveLine(call, context)
}

export const submitLeave: SubmitHandler = async ({ who, now, t, state }, context) => {
  const today = localDate(now, who.zone)
  const read = readLeave(state, who.userId, t)
  if (!read.ok) return { kind: 'errors', errors: read.errors }
  const recorded = await recordLeave(context, who, read.userId, read.leave, 'ask-about-numbers')
  const own = read.userId === who.userId
  if (recorded.ok) return showSaved(context, who, savedText(recorded, own, today, t), t)
  if (recorded.reason === 'confirm')
    return { kind: 'update', view: leaveConfirmView(read, recorded, today, t) }
  return {
    kind: 'errors',
    errors: { [leaveProblemBlock(recorded, own)]: leaveProblemText(recorded, today, t) },
  }
}

/** The days with numbers were shown; everything is checked again. */
export const confirmLeave: SubmitHandler = async ({ who, now, t, metadata }, context) => {
  const today = localDate(now, who.zone)
  const read = readLeaveConfirm(metadata)
  const recorded = read && (await recordLeave(context, who, read.userId, read.leave))
  if (!read || !recorded || (!recorded.ok && recorded.reason === 'confirm'))
    return { kind: 'update', view: messageAsModal(textMessage(t('leave.notAllowed'))) }
  const own = read.userId === who.userId
  const note = recorded.ok ? savedText(recorded, own, today, t) : leaveProblemText(recorded, today, t)
  return showSaved(context, who, note, t)
}

async function showSaved(context: Context, who: Person, note: string, t: Translate): Promise<SubmitResult> {
  const facts = await loadLeaveFacts(context, who)
  const view = facts ? leaveView(facts, t, note) : messageAsModal(textMessage(t('leave.noTeam')))
  return { kind: 'update', view }
}

export const toHomeTeam: ActionHandler = async (call, context) => {
  const facts = await loadLeaveFacts(context, call.who)
  if (!facts) return call.replyEphemeral(textMessage(call.t('leave.noTeam')))
  await call.update(homeTeamView(facts.homes, call.t))
}

export const submitHomeTeam: SubmitHandler = async ({ who, t, state }, context) => {
  const refused = (text: string) => ({ kind: 'errors', errors: { [HOME_TEAM]: text } }) as const
  const read = readHomeTeam(state)
  if (!read) return refused(t('leave.homeMissing'))
  const changed = await changeHomeTeam(context, who, read.userId, read.teamId)
  if (!changed.ok) return refused(t(changed.reason === 'gone' ? 'team.gone' : 'leave.homeNotAllowed'))
  const facts = await loadLeaveFacts(context, who)
  return facts
    ? { kind: 'update', view: leaveView(facts, t, t('leave.homeSaved')) }
    : refused(t('leave.noTeam'))
}

export const cancelButton: ActionHandler = async (call, context) => {
  const { who, t } = call
  const leaveId = z.uuid().safeParse(call.value).data
  if (!leaveId) return
  const cancelled = await cancelLeave(context, who, leaveId)
  const facts = await loadLeaveFacts(context, who)
  if (!facts) return call.replyEphemeral(textMessage(t('leave.noTeam')))
  await call.update(leaveView(facts, t, cancelledText(cancelled, facts.today, t)))
}

export const withdrawButton: ActionHandler = async (call, context) => {
  const { who, t } = call
  const leaveId = z.uuid().safeParse(call.value).data
  if (!leaveId) return
  const withdrawn = await withdrawLeaveRequest(context, who, leaveId)
  const facts = await loadLeaveFacts(context, who)
  if (!facts) return call.replyEphemeral(textMessage(t('leave.noTeam')))
  await call.update(leaveView(facts, t, withdrawnText(withdrawn, facts.today, t)))
}
