// The weekly reports of the demo's colleagues: when each of them files theirs, and what they add to what is known.
import type { UserSession } from '../sandbox/user/user-session.ts'
import { REPORT } from '../src/checkins/reports/slack/ids.ts'
import { nextTeamWorkingDay } from '../src/org/domain/calendar.ts'
import { DEFAULT_REPORT } from '../src/org/domain/team.ts'
import { type Answers, answersTo, valueOfButton } from './colleagues.ts'
import { type DemoMember, MEMBERS } from './company.ts'
import { LOGS_IN_THE_EVENING } from './evenings.ts'
import { INSIGHTS, SUPPORT_REQUESTS } from './sample-texts.ts'
import { calendarOf, inOrder, workingDaysBetween } from './team-calendar.ts'

/** After the deals of the afternoon; who logs the numbers in the evening reports after that. */
const TIMES = ['16:45', '17:05', '17:20'] as const
const AFTER_THE_EVENING = '17:50'
const SUPPORT_WITHIN_WEEKS = 4
const FORGOTTEN = ['U0AYLIN 2026-11-20', 'U0ZHAO 2026-11-20']

export interface WeeklyReport {
  at: Temporal.Instant
  date: Temporal.PlainDate
  member: DemoMember
}

/** After `from` and until `to`, in order. */
export function reportsBetween(from: Temporal.Instant, to: Temporal.Instant): WeeklyReport[] {
  const reports = MEMBERS.flatMap((member) =>
    workingDaysBetween(member.team, member.rep.zone, from, to)
      .filter(({ dayOfWeek }) => dayOfWeek === DEFAULT_REPORT.weekday)
      .filter((date) => !FORGOTTEN.includes(`${member.rep.userId} ${date}`))
      .map((date) => ({
        at: date.toZonedDateTime({ timeZone: member.rep.zone, plainTime: timeOf(member) }).toInstant(),
        ...{ date, member },
      })),
  )
  return inOrder(reports, from, to)
}

const timeOf = ({ rep, team }: DemoMember): string =>
  LOGS_IN_THE_EVENING.includes(rep.userId) ? AFTER_THE_EVENING : TIMES[team.reps.indexOf(rep) % TIMES.length]!

/** With one press where all is known already. A form that a visitor left open as them is closed. */
export async function fileReport(
  session: UserSession,
  member: DemoMember,
  date: Temporal.PlainDate,
): Promise<void> {
  const isOpen = () => openReport(session, date) !== undefined
  const value = openReport(session, date)
  if (value === undefined) return
  if (session.modal.isOpen) session.modal.close({ all: true })
  const isKnown = LOGS_IN_THE_EVENING.includes(member.rep.userId)
  await session.dm().click({ actionId: isKnown ? REPORT.asItStands : REPORT.open, value })
  await session.waitFor(() => session.modal.isOpen || !isOpen() || undefined)
  if (!session.modal.isOpen) return
  // Numbers of Friday as Monday's standup would give them, had it to ask for them.
  const asking = nextTeamWorkingDay(calendarOf(member.team), date) ?? date
  await session.modal.fill({ ...answersTo(session, member, asking), ...wordsOf(session, member, date) })
  const result = await session.modal.submit()
  // The form asks again about something that is out of the ordinary.
  if (!('closed' in result)) await session.modal.submit()
  if (session.modal.isOpen) session.modal.close({ all: true })
}

/** Only prompts and reminders have "As it stands". */
const openReport = (session: UserSession, date: Temporal.PlainDate): string | undefined =>
  valueOfButton(session, REPORT.asItStands, date)

/** What customers said, and in one week in two a request for support. */
function wordsOf(session: UserSession, { rep }: DemoMember, date: Temporal.PlainDate): Answers {
  const { weekOfYear = 0 } = date
  const insights = INSIGHTS[rep.userId] ?? []
  const insight = insights[weekOfYear % insights.length]
  const request = weekOfYear % 2 === 0 ? SUPPORT_REQUESTS[rep.userId] : undefined
  const fields = session.modal.fields().map(({ blockId }) => blockId)
  const answers: Answers = {}
  if (insight && fields.includes('section:market')) answers['section:market'] = insight
  if (request && fields.includes('support')) {
    answers.support = request
    // So that no request is overdue, and warned of, while a visitor looks at something else.
    answers['support-by'] = date.add({ weeks: SUPPORT_WITHIN_WEEKS }).toString()
  }
  return answers
}
