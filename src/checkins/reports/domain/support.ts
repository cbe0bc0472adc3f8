// Decides which requests for support an answer adds and takes back. A request is an action item of whoever is to help.
import type { UserId } from '../../../core/ids.ts'
import { nextTeamWorkingDay, type WorkCalendar } from '../../../org/domain/calendar.ts'

export interface SupportRequest {
  actionId: string
  /** Of the action item; begins as `requestsPrefix` says. */
  reference: string
  text: string
  ownerUserId: UserId
  dueOn: Temporal.PlainDate
  state: 'open' | 'done' | 'dropped'
}

/** What the form says about requests. */
export interface SupportAnswer {
  lines: readonly string[]
  /** Who is to help, and by when. */
  ownerUserId: UserId
  dueOn: Temporal.PlainDate
}

export const SUPPORT_LINES = 5
const DUE_AFTER_DAYS = 3

/** What the references of a member's requests of one report begin with. */
export const requestsPrefix = (kind: string, date: Temporal.PlainDate, memberId: string): string =>
  `${kind}:${date}:${memberId}:`

/** The report that a request was made in. Null: the reference is of something else. */
export function reportOfRequest(
  reference: string | null,
): { kind: string; date: Temporal.PlainDate; memberId: string } | null {
  const [kind, date, memberId, id] = reference?.split(':') ?? []
  return kind && date && memberId && id ? { kind, date: Temporal.PlainDate.from(date), memberId } : null
}

/** Three working days of the team after the report; of one that is written later, after today. */
export function supportDue(
  calendar: WorkCalendar,
  date: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  let due = Temporal.PlainDate.compare(date, today) < 0 ? today : date
  for (let days = 0; days < DUE_AFTER_DAYS; days += 1)
    due = nextTeamWorkingDay(calendar, due) ?? due.add({ days: 1 })
  return due
}

/**
 * Requests are matched by their text. Whoever has one keeps it, with its date, unless the form `opened` with just these and
 * now has others: what was handed on or put off stays so. What is done stays done.
 */
export function settleSupport(
  answer: SupportAnswer,
  opened: WhoAndWhen,
  standing: readonly SupportRequest[],
): { added: string[]; withdrawn: SupportRequest[] } {
  const isMoved = !isAlike(answer, opened)
  const isKept = (request: SupportRequest) =>
    request.state !== 'open' ||
    (answer.lines.includes(request.text) && !(isMoved && isAlike(request, opened)))
  const kept = new Set(standing.filter(isKept).map(({ text }) => text))
  return {
    added: [...new Set(answer.lines)].filter((line) => !kept.has(line)),
    withdrawn: standing.filter((request) => !isKept(request)),
  }
}

type WhoAndWhen = Pick<SupportAnswer, 'ownerUserId' | 'dueOn'>

const isAlike = (one: WhoAndWhen, other: WhoAndWhen): boolean =>
  one.ownerUserId === other.ownerUserId && one.dueOn.equals(other.dueOn)

/** What a form opens with: as the open requests have it, where they agree and are not late. */
export function whoAndWhen(
  open: readonly WhoAndWhen[],
  usual: WhoAndWhen,
  today: Temporal.PlainDate,
): WhoAndWhen {
  const [first] = open
  if (!first || Temporal.PlainDate.compare(first.dueOn, today) < 0) return usual
  return open.every((one) => isAlike(one, first)) ? first : usual
}
