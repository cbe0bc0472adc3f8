// Decides about a submitted standup: what is saved and which messages change, or the reason for refusing it.
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { isBefore } from '../../../core/time.ts'
import type { DayRecord } from '../../../numbers/domain/activity.ts'
import { enteredMetrics, type Metric } from '../../../numbers/domain/metrics.ts'
import { weekStart } from '../../../org/domain/calendar.ts'
import type { MessageDraft, MessageEdit } from '../../../outbox/domain/message.ts'
import { asks } from '../../domain/checkin-kind.ts'
import { messagesOnAnswer } from '../../domain/checkin-messages.ts'
import type { FilingRefusal } from '../../domain/member-day.ts'
import { dateInWeek } from '../../domain/own-window.ts'
import { changedElsewhere, type FormSubmit, submitKeyOf } from '../../domain/submit.ts'
import { questionsOpen, saysNothing } from './empty-answer.ts'
import { type Blocker, type Outcomes, type StandupAnswer, streakAfter } from './standup.ts'
import { settleBlockers, settlePlan } from './standup-answer.ts'
import {
  filingOf,
  mayFile,
  numbersDateOf,
  numbersReported,
  type StandupDay,
  standupDayOf,
  streakCalendarOf,
} from './standup-day.ts'
import type { PlanLine, StandupEntry, StandupFacts } from './standup-facts.ts'
import { STANDUP_KIND, type StandupQuestion } from './standup-kind.ts'
import { helpMessage, STANDUP_MESSAGES, summariesShowing } from './standup-messages.ts'
import { streakBase } from './streak.ts'

/** Parses the form for these metrics. `problem` is returned to the caller as it is. */
type ReadAnswer<Problem> = (
  metrics: readonly Metric[],
  /** False: the numbers are of a day that is not over. */
  numbersDayOver: boolean,
) => { ok: true; answer: StandupAnswer } | { ok: false; problem: Problem }

export interface StandupSubmit<Problem> extends FormSubmit {
  who: Person
  teamId: TeamId
  date: Temporal.PlainDate
  /** The day whose numbers the form showed. Missing: whichever it is. */
  numbersOf?: Temporal.PlainDate | undefined
  /** The answer is what is known already, so that it need not say anything new. */
  logged?: boolean
  read: ReadAnswer<Problem>
}

/** What an accepted standup saves, and the messages that change. */
export interface TakenStandup {
  entry: StandupEntry
  planned: readonly PlanLine[]
  hadLines: boolean
  /** Outcomes of earlier standups' lines. */
  outcomes: Outcomes
  raised: readonly Blocker[]
  changed: readonly Blocker[]
  /** Action items of the member's that are done. */
  doneActionIds: readonly string[]
  numbers: DayRecord
  /** The board of the numbers' day, a win of it, its week's figures, or the summary of an earlier standup that reported it, may be posted already. */
  numbersPosted: boolean
  /** The member's close is over: the team's summary may be complete already. */
  afterClose: boolean
  messages: readonly (MessageDraft | MessageEdit)[]
  /** Sent only where there is such a message already. */
  edits: readonly MessageDraft[]
}

type TooManyLines = { ok: false; reason: 'too-many-lines'; lines: number }

export type SubmitRefusal<Problem> =
  | { ok: false; reason: 'not-a-member' | 'answered-elsewhere' | 'other-day' | FilingRefusal }
  | TooManyLines
  /** Nothing is filled in. `open`: the questions that could have been answered. */
  | { ok: false; reason: 'says-nothing'; open: readonly StandupQuestion[] }
  | { ok: false; reason: 'unread'; problem: Problem }

/** `taken` is null when the same submit was saved before. `newId` makes ids for plan lines and blockers. */
export function decideStandup<Problem>(
  stored: StandupFacts | null,
  submit: StandupSubmit<Problem>,
  now: Temporal.Instant,
  newId: () => string,
): { ok: true; taken: TakenStandup | null } | SubmitRefusal<Problem> {
  const { who, date } = submit
  if (!stored || !mayFile(who, stored.member)) return { ok: false, reason: 'not-a-member' }
  const day = standupDayOf(stored, who, now)
  const submitKey = submitKeyOf(submit)
  if (day.entry?.lastSubmitKey === submitKey) return { ok: true, taken: null }
  const filing = filingOf(day, now)
  if (!filing.ok) return filing
  if (changedElsewhere(day.entry, submit)) return { ok: false, reason: 'answered-elsewhere' }
  const metrics = numbersReported(day) ? [] : enteredMetrics(day.metrics)
  const numbersOf = numbersDateOf(day)
  if (submit.numbersOf && !submit.numbersOf.equals(numbersOf)) return { ok: false, reason: 'other-day' }
  const read = submit.read(metrics, !numbersOf.equals(date))
  if (!read.ok) return { ok: false, reason: 'unread', problem: read.problem }
  if (!submit.logged && saysNothing(read.answer, day))
    return { ok: false, reason: 'says-nothing', open: questionsOpen(day) }
  return take(who, read.answer, { day, metrics, numbersOf, submitKey, now, late: filing.late, newId })
}

interface AnswerFacts {
  day: StandupDay
  metrics: readonly Metric[]
  numbersOf: Temporal.PlainDate
  submitKey: string
  now: Temporal.Instant
  late: boolean
  newId: () => string
}

function take(
  who: Person,
  answer: StandupAnswer,
  facts: AnswerFacts,
): { ok: true; taken: TakenStandup } | TooManyLines {
  const { day, now, newId } = facts
  const { date, plan, blockers } = day
  const { workspaceId, teamId, memberId } = day.member
  const settled = settlePlan(withoutFollowUp(day, answer), plan.before, plan.planned, newId)
  if (!settled.ok) return settled
  const stuck = settleBlockers(answer, blockers, date, newId)
  const own = <T>(rows: readonly T[]) => rows.map((row) => ({ ...row, workspaceId, teamId, memberId }))
  const planned = own(settled.lines).map((line, position) => ({ ...line, date, position }))
  const [raised, changed] = [own(stuck.raised), own(stuck.changed)]
  const entry = entryOf(answer, facts)
  const lines = { planned, hadLines: plan.planned.length > 0, outcomes: settled.outcomes }
  const numbers = recordOf(answer, entry, who, facts)
  const { asked, edits } = helpMessages(blockers, [...raised, ...changed])
  const messages = [...messagesOnAnswer(STANDUP_MESSAGES, { ...day.member, date }, day, now), ...asked]
  const afterClose = !isBefore(now, day.window.closeAt)
  const shown = changed.flatMap((blocker) => summariesShowing(day.team, blocker, date))
  const edited = [...edits, ...shown.filter(({ key }) => !messages.some((message) => message.key === key))]
  return {
    ok: true,
    taken: {
      ...{ entry, ...lines, raised, changed, numbers, afterClose, messages, edits: edited },
      numbersPosted: arePosted(day, facts.numbersOf),
      doneActionIds: day.todo.items
        .map(({ actionId }) => actionId)
        .filter((actionId) => answer.doneActionIds.includes(actionId)),
    },
  }
}

/** True: something that is posted shows numbers of the day, a win too, or of a later one. */
function arePosted(day: StandupDay, numbersOf: Temporal.PlainDate): boolean {
  const { lastBoard, winDays, earlier } = day
  if (winDays.some((one) => one.equals(numbersOf)) || weekReported(day, numbersOf)) return true
  const posted = [lastBoard, ...earlier.map(({ numbersDate }) => numbersDate)]
  return posted.some((date) => date && Temporal.PlainDate.compare(numbersOf, date) <= 0)
}

/** The report about the week of these numbers has been due: whoever leads the team has its figures. */
const weekReported = ({ settings, date }: StandupDay, numbersOf: Temporal.PlainDate): boolean =>
  Object.values(settings.reports).some(({ on, asksNumbers, weekday }) => {
    const report = dateInWeek(numbersOf, weekday, weekStart(settings.workDays))
    return on && asksNumbers && Temporal.PlainDate.compare(report, date) <= 0
  })

/** A team that does not ask what was done has no carried lines either: lines of earlier standups are dropped. */
function withoutFollowUp({ settings, plan }: StandupDay, answer: StandupAnswer): StandupAnswer {
  if (asks(STANDUP_KIND, settings, 'done')) return answer
  return { ...answer, doneItemIds: [], droppedItemIds: plan.before.map(({ itemId }) => itemId) }
}

function entryOf(
  { doneNote }: StandupAnswer,
  { day, numbersOf, submitKey, now, late }: AnswerFacts,
): StandupEntry {
  const { workspaceId, teamId, memberId } = day.member
  return {
    workspaceId,
    teamId,
    memberId,
    date: day.date,
    state: late ? 'late' : 'answered',
    answeredAt: now,
    firstAnsweredAt: day.entry?.firstAnsweredAt ?? now,
    revision: (day.entry?.revision ?? 0) + 1,
    doneNote,
    numbersDate: numbersOf,
    streakDays: streakAfter(streakBase(streakCalendarOf(day), day.date, day.earlier), late),
    lastSubmitKey: submitKey,
  }
}

const recordOf = (
  { numbers, confirmed }: StandupAnswer,
  { workspaceId, teamId, memberId, date, revision }: StandupEntry,
  { userId }: Person,
  { metrics, numbersOf, now, late }: AnswerFacts,
): DayRecord => ({
  workspaceId,
  teamId,
  memberId,
  date: numbersOf,
  values: numbers,
  metrics,
  source: 'standup',
  // The date comes first so that keys written on one day are close together in the index.
  sourceKey: `standup:${date}:${memberId}:${revision}`,
  enteredBy: userId,
  now,
  late,
  implausible: Object.keys(confirmed),
})

/** `asked`: to new helpers. `edits`: of what the helper before was sent. */
function helpMessages(before: readonly Blocker[], after: readonly Blocker[]) {
  const helpers = after.flatMap((blocker) => {
    const was = before.find(({ blockerId }) => blockerId === blocker.blockerId)?.helperUserId ?? null
    return [...new Set([was, blocker.helperUserId])].flatMap((helperUserId) =>
      helperUserId ? [{ isNew: helperUserId !== was, draft: helpMessage({ ...blocker, helperUserId }) }] : [],
    )
  })
  const of = (isNew: boolean) => helpers.filter((one) => one.isNew === isNew).map(({ draft }) => draft)
  return { asked: of(true), edits: of(false) }
}
