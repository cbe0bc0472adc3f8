// The form in which leave is recorded and cancelled.

import { formatDate, formatFullDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { UserId } from '../../core/ids.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { dateIn } from '../../slack/dates.ts'
import {
  button,
  chosenIn,
  FIELD,
  field,
  fieldIn,
  menu,
  modal,
  plain,
  radio,
  section,
  userIn,
} from '../../slack/fields.ts'
import { mention, mrkdwn } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import type { Leave, LeavePart } from '../domain/calendar.ts'
import { type RecordedLeave, splitAt } from '../domain/leave.ts'
import { isTrip, LEAVE_KINDS, type LeaveKind } from '../domain/leave-kind.ts'
import type { LeaveRequest } from '../domain/leave-request.ts'
import type { LeaveFacts } from '../flows/load-leave.ts'
import type { LeaveRefused } from '../flows/record-leave.ts'
import { OWN_HOLIDAYS, TEAM } from './ids.ts'

export const LEAVE = { who: 'who', kind: 'kind', from: 'from', to: 'to', part: 'part' } as const

const PARTS: readonly LeavePart[] = ['whole', 'morning', 'afternoon']
const MAX_LISTED = 25
/** Slack's limit for a menu. */
const MAX_CHOICES = 100
const MAX_NUMBER_DAYS = 40

/** `note`: confirms the last action. `kind`: chosen at first. */
export function leaveView(
  facts: LeaveFacts,
  t: Translate,
  note?: string,
  kind: LeaveKind = 'annual',
): ModalView {
  return modal({
    callbackId: TEAM.leaveForm,
    title: t('leave.title'),
    submit: t('leave.record'),
    close: t(note ? 'setup.finish' : 'common.cancel'),
    metadata: {},
    blocks: [
      section(note ?? t('leave.intro')),
      ...(facts.forOthers ? [whoField(facts, t)] : []),
      kindField(facts, t, kind),
      field(LEAVE.from, t('leave.from'), {
        type: 'datepicker',
        action_id: FIELD,
        initial_date: facts.today.toString(),
      }),
      field(
        LEAVE.to,
        t('leave.to'),
        { type: 'datepicker', action_id: FIELD },
        {
          optional: true,
          hint: t('leave.toHint'),
        },
      ),
      field(
        LEAVE.part,
        t('leave.part'),
        radio(
          [
            { value: 'whole', text: t('leave.partWhole') },
            { value: 'morning', text: t('leave.partMorning') },
            { value: 'afternoon', text: t('leave.partAfternoon') },
          ],
          'whole',
        ),
      ),
      { type: 'divider' },
      ...recordedList(facts, t),
      ...(facts.homes.length > 0 ? [button(TEAM.toHomeTeam, t('leave.homeButton'), 'open')] : []),
      ...(facts.userId ? [button(TEAM.toHolidays, t('holidays.button'), OWN_HOLIDAYS)] : []),
    ],
  })
}

/** Only those whose leave the person looks after; of very many the whole workspace, and others are refused. */
function whoField({ userId, people }: LeaveFacts, t: Translate): Block {
  if (people.length > 0 && people.length <= MAX_CHOICES) {
    const choices = people.map((person) => ({ value: person.userId, text: person.name }))
    return field(LEAVE.who, t('leave.who'), menu(choices, userId))
  }
  return field(LEAVE.who, t('leave.who'), {
    type: 'users_select',
    action_id: FIELD,
    ...(userId ? { initial_user: userId } : {}),
  })
}

function kindField({ forOthers }: LeaveFacts, t: Translate, kind: LeaveKind): Block {
  const choices = LEAVE_KINDS.map((kind) => ({ value: kind, text: t(`leave-kind.${kind}`) }))
  return field(LEAVE.kind, t('leave.kind'), menu(choices, kind), {
    hint: t(forOthers ? 'leave.kindHint' : 'leave.kindHintOwn'),
  })
}

function recordedList(facts: LeaveFacts, t: Translate): Block[] {
  const { recorded, waiting, today } = facts
  const isOver = ({ to }: Leave) => Temporal.PlainDate.compare(to, today) < 0
  const ahead = recorded.filter((leave) => !isOver(leave))
  const over = recorded.filter(isOver).toReversed()
  return [
    ...waiting.slice(0, MAX_LISTED).map((request) => waitingLine(request, facts, t)),
    ...(ahead.length > 0 ? listed(t('leave.recorded'), ahead, facts, t) : [section(t('leave.nothing'))]),
    ...(over.length > 0 ? listed(t('leave.recordedPast'), over, facts, t) : []),
  ]
}

/** Who asked can take the question back. */
function waitingLine(request: LeaveRequest, { viewerId, today }: LeaveFacts, t: Translate): Block {
  const values = {
    ...{ person: mention(request.userId), when: leaveText(request, today, t) },
    asked: mention(request.askedUserId),
  }
  const line = t(request.wish === 'record' ? 'leave.waitingRecord' : 'leave.waitingCancel', values)
  return request.userId === viewerId
    ? withButton(
        line,
        {
          id: TEAM.withdrawLeave,
          leaveId: request.leaveId,
          label: 'leave.withdraw',
          sure: 'leave.withdrawSure',
        },
        t,
      )
    : section(line)
}

function listed(title: string, recorded: readonly RecordedLeave[], facts: LeaveFacts, t: Translate): Block[] {
  const shown = recorded.slice(0, MAX_LISTED)
  const blocks: Block[] = [section(title), ...shown.map((leave) => recordedLine(leave, facts, t))]
  const more = recorded.length - shown.length
  return more > 0 ? [...blocks, section(t('team.listedMore', { count: more }))] : blocks
}

/** 'Tue, Dec 1, 2026 to Thu, Dec 3, 2026, in the morning'. */
function recordedLine(leave: RecordedLeave, { today, viewerId }: LeaveFacts, t: Translate): Block {
  const { past, ahead } = splitAt(leave, today)
  const asks = !ahead && leave.userId === viewerId && !isTrip(leave.kind)
  const sure = past && ahead ? 'leave.endSure' : asks ? 'leave.cancelAskSure' : 'leave.cancelSure'
  const line = t('leave.line', { person: mention(leave.userId), when: leaveText(leave, today, t) })
  return withButton(line, { id: TEAM.cancelLeave, leaveId: leave.leaveId, label: 'leave.cancel', sure }, t)
}

interface LeaveButton {
  id: string
  leaveId: string
  label: 'leave.cancel' | 'leave.withdraw'
  /** Asks before it is done. */
  sure: 'leave.endSure' | 'leave.cancelAskSure' | 'leave.cancelSure' | 'leave.withdrawSure'
}

function withButton(line: string, { id, leaveId, label, sure }: LeaveButton, t: Translate): Block {
  const text = plain(t(label))
  return {
    type: 'section',
    text: mrkdwn(line),
    accessory: {
      type: 'button',
      action_id: `${id}#${leaveId}`,
      text,
      value: leaveId,
      confirm: { title: text, text: plain(t(sure)), confirm: text, deny: plain(t('leave.keep')) },
    },
  }
}

/** 'Tue, Dec 1 to Thu, Dec 3, in the mornings'; a date of another year than today's with its year. Null: always with it. */
export function leaveWhen({ from, to, part }: Leave, today: Temporal.PlainDate | null, t: Translate): string {
  const write = (date: Temporal.PlainDate) =>
    date.year === today?.year ? formatDate(date, t.locale) : formatFullDate(date, t.locale)
  const dates = from.equals(to) ? write(from) : t('leave.range', { from: write(from), to: write(to) })
  if (part === 'whole') return dates
  return t(part === 'morning' ? 'leave.morning' : 'leave.afternoon', { dates, days: from.until(to).days + 1 })
}

/** With its kind, for the person and whoever looks after their leave. Leave of no special kind has none. */
export function leaveText(
  leave: Leave & { kind: LeaveKind },
  today: Temporal.PlainDate | null,
  t: Translate,
): string {
  const when = leaveWhen(leave, today, t)
  return leave.kind === 'other' ? when : t('leave.ofKind', { when, kind: t(`leave-kind.${leave.kind}`) })
}

/** Days with numbers, one after the other. */
export function daysText(dates: readonly Temporal.PlainDate[], t: Translate): string {
  const shown = dates.slice(0, MAX_NUMBER_DAYS).map((date) => formatDate(date, t.locale))
  const more = dates.length > shown.length ? ` … (+${dates.length - shown.length})` : ''
  return shown.join(t('leave.daySeparator')) + more
}

export type LeaveRead =
  | { ok: true; userId: UserId; leave: Leave & { kind: LeaveKind } }
  | { ok: false; errors: Record<string, string> }

/** `self`: the person whose leave it is when the form has no field for that. */
export function readLeave(state: FormState, self: UserId, t: Translate): LeaveRead {
  const errors: Record<string, string> = {}
  const userId = fieldIn(state, LEAVE.who) ? (chosenIn(state, LEAVE.who) ?? userIn(state, LEAVE.who)) : self
  if (!userId) errors[LEAVE.who] = t('leave.whoMissing')
  const from = dateIn(state, LEAVE.from)
  if (!from) errors[LEAVE.from] = t('leave.fromMissing')
  const to = dateIn(state, LEAVE.to) ?? from
  const part = PARTS.find((candidate) => candidate === chosenIn(state, LEAVE.part)) ?? 'whole'
  const kind = LEAVE_KINDS.find((candidate) => candidate === chosenIn(state, LEAVE.kind)) ?? 'other'
  if (!userId || !from || !to) return { ok: false, errors }
  return { ok: true, userId, leave: { from, to, part, kind } }
}

/** The error text for a refused leave. */
export function leaveProblemText(problem: LeaveRefused, today: Temporal.PlainDate, t: Translate): string {
  switch (problem.reason) {
    case 'not-allowed':
      return t('leave.notAllowed')
    case 'ends-before-start':
      return t('leave.endsBeforeStart')
    case 'too-long':
      return t('leave.tooLong')
    case 'too-far-back':
      return t('leave.tooFarBack')
    case 'too-far-ahead':
      return t('leave.tooFarAhead')
    case 'overlaps':
      return t('leave.overlaps', { when: leaveText(problem.other, today, t) })
    case 'asked-already':
      return t('leave.askedAlready', { when: leaveText(problem.other, today, t) })
  }
}

/** The block id at which the error is shown. `own`: it is about one's own leave. */
export function leaveProblemBlock(problem: LeaveRefused, own: boolean): string {
  if (problem.reason === 'ends-before-start' || problem.reason === 'too-long') return LEAVE.to
  if (problem.reason === 'not-allowed' && !own) return LEAVE.who
  return LEAVE.from
}
