// Decides about a submitted report: what is saved and which messages change, or the reason for refusing it.
import type { TeamId } from '../../../core/ids.ts'
import type { Person } from '../../../core/person.ts'
import { isBefore } from '../../../core/time.ts'
import type { DayRecord } from '../../../numbers/domain/activity.ts'
import type { Metric } from '../../../numbers/domain/metrics.ts'
import type { MessageDraft, MessageEdit } from '../../../outbox/domain/message.ts'
import { messagesOnAnswer } from '../../domain/checkin-messages.ts'
import type { FilingRefusal } from '../../domain/member-day.ts'
import { changedElsewhere, type FormSubmit, submitKeyOf } from '../../domain/submit.ts'
import { draftedAs, draftedHow } from './drafted.ts'
import { type ReportQuestion, reopens } from './question.ts'
import { askedNumbers, filingOf, mayFile, type ReportDay, type ReportEntry } from './report.ts'
import { questionEdits, reportMessages } from './report-messages.ts'
import type { SupportAnswer } from './support.ts'

export interface ReportAnswer {
  sections: Readonly<Record<string, string>>
  /** The keys of those whose draft by a model is filed as it was written. */
  drafted: readonly string[]
  /** Scaled values by metric; what is unusual is confirmed. */
  numbers: Readonly<Record<string, number>>
  confirmed: Readonly<Record<string, number>>
  /** Null: the form does not ask for requests, or it is filed as it stands. */
  support: SupportAnswer | null
  /** To whoever asked back. Null: the form showed no question. */
  reply: string | null
}

export interface ReportSubmit<Problem> extends FormSubmit {
  who: Person
  teamId: TeamId
  /** The name of the kind of report. */
  name: string
  date: Temporal.PlainDate
  /** Parses the form for these metrics. `problem` is returned to the caller as it is. */
  read: (
    day: ReportDay,
    metrics: readonly Metric[],
  ) => { ok: true; answer: ReportAnswer } | { ok: false; problem: Problem }
}

export interface TakenReport {
  entry: ReportEntry
  /** Null: none were entered. */
  numbers: DayRecord | null
  support: SupportAnswer | null
  /** Null: nothing is asked, or this says nothing new. */
  question: ReportQuestion | null
  /** The member's close is over: the team's summary may be complete already. */
  afterClose: boolean
  messages: readonly (MessageDraft | MessageEdit)[]
}

export type ReportRefusal<Problem> =
  | { ok: false; reason: 'not-a-member' | 'answered-elsewhere' | 'says-nothing' | FilingRefusal }
  | { ok: false; reason: 'unread'; problem: Problem }

/** `taken` is null when the same submit was saved before. `metrics`: with what is usual for the member. */
export function decideReport<Problem>(
  day: ReportDay | null,
  metrics: readonly Metric[],
  submit: ReportSubmit<Problem>,
  now: Temporal.Instant,
): { ok: true; taken: TakenReport | null } | ReportRefusal<Problem> {
  if (!day || !mayFile(submit.who, day.member)) return { ok: false, reason: 'not-a-member' }
  if (day.entry?.lastSubmitKey === submitKeyOf(submit)) return { ok: true, taken: null }
  const filing = filingOf(day, now)
  if (!filing.ok) return filing
  if (changedElsewhere(day.entry, submit)) return { ok: false, reason: 'answered-elsewhere' }
  const keys = new Set(askedNumbers(day, now).map(({ key }) => key))
  const asked = metrics.filter(({ key }) => keys.has(key))
  const read = submit.read(day, asked)
  if (!read.ok) return { ok: false, reason: 'unread', problem: read.problem }
  const { answer } = read
  if (saysNothing(answer)) return { ok: false, reason: 'says-nothing' }
  const entry = entryOf(day, answer, submitKeyOf(submit), now, filing.late)
  return {
    ok: true,
    taken: {
      ...{ entry, support: answer.support, numbers: recordOf(answer, asked, entry, day, submit.who, now) },
      question: repliedTo(day, answer, now),
      afterClose: !isBefore(now, day.window.closeAt),
      messages: [
        ...messagesOnAnswer(reportMessages(day.name), { ...day.member, date: day.date }, day, now),
        ...questionEdits({ ...day.member, date: day.date }, day.question),
      ],
    },
  }
}

const saysNothing = ({ sections, numbers, support, reply }: ReportAnswer): boolean =>
  Object.keys(sections).length + Object.keys(numbers).length + (support?.lines.length ?? 0) === 0 && !reply

/** A report that is changed while it is asked about answers the question, with or without words to whoever asked. */
function repliedTo({ question }: ReportDay, { reply }: ReportAnswer, now: Temporal.Instant) {
  if (!reopens(question, now) || reply === null || reply === question!.reply) return null
  return { ...question!, reply, repliedAt: now }
}

function entryOf(
  { member, name, date, entry, window }: ReportDay,
  { sections, numbers, drafted }: ReportAnswer,
  lastSubmitKey: string,
  now: Temporal.Instant,
  late: boolean,
): ReportEntry {
  const { workspaceId, teamId, memberId } = member
  const entered = Object.keys(numbers).length > 0 ? window.date : null
  return {
    ...{ workspaceId, teamId, memberId, kind: name, date, sections, lastSubmitKey },
    ...{ state: late ? 'late' : 'answered', answeredAt: now, revision: (entry?.revision ?? 0) + 1 },
    firstAnsweredAt: entry?.firstAnsweredAt ?? now,
    drafted: Object.keys(sections).flatMap((key) => {
      const isSame = entry !== null && entry.sections[key] === sections[key]
      const how = draftedHow(drafted, key) ?? (isSame ? draftedHow(entry.drafted, key) : null)
      return how === null ? [] : [draftedAs(key, how)]
    }),
    numbersDate: entered ?? entry?.numbersDate ?? null,
  }
}

function recordOf(
  { numbers, confirmed }: ReportAnswer,
  metrics: readonly Metric[],
  { workspaceId, teamId, memberId, kind, date, revision }: ReportEntry,
  { window }: ReportDay,
  { userId }: Person,
  now: Temporal.Instant,
): DayRecord | null {
  if (Object.keys(numbers).length === 0) return null
  return {
    ...{ workspaceId, teamId, memberId, date: window.date, values: numbers, metrics, source: 'report' },
    ...{ sourceKey: `${kind}-report:${date}:${memberId}:${revision}`, enteredBy: userId, now },
    // The day itself is still open then.
    ...{ late: false, implausible: Object.keys(confirmed) },
  }
}
