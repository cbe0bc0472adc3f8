// Posts the agenda of a meeting where it may stand, brings it up to date, and loads what it shows.
import { openActionsIn } from '../../actions/db/action-items.ts'
import { actionsChanged } from '../../actions/flows/changes.ts'
import { listed } from '../../actions/flows/listed.ts'
import { blockersToDo } from '../../checkins/standup/flows/blockers-to-do.ts'
import { reactTo } from '../../core/changes.ts'
import type { Context } from '../../core/context.ts'
import type { Queryable, Transaction } from '../../core/db/client.ts'
import type { UserId } from '../../core/ids.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { periodOf } from '../../numbers/domain/period.ts'
import { recordReading } from '../../org/audit/flows/record-reading.ts'
import { loadChannel } from '../../org/db/channels.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { settingsNow } from '../../org/db/settings.ts'
import { loadTeam } from '../../org/db/teams.ts'
import { weekStart } from '../../org/domain/calendar.ts'
import type { Team, TeamSettings } from '../../org/domain/team.ts'
import { identityOf } from '../../org/domain/team-names.ts'
import { editOf, type MessageEdit } from '../../outbox/domain/message.ts'
import { enqueueMessage } from '../../outbox/flows/enqueue-message.ts'
import type { Message } from '../../outbox/flows/message-kind.ts'
import { type NamedProgress, teamProgress } from '../../targets/flows/team-progress.ts'
import { requestsIn } from '../db/agreed-items.ts'
import { type AgendaFacts, agendaMessage, type WhyPrivate, whyPrivate } from '../domain/agenda.ts'
import { AGREED, MEASURE, readReference } from '../domain/measure.ts'
import { type MeetingPeriod, meetingOn } from '../domain/meeting.ts'
import { mostBehindOne, onePersons, withoutOnePersons } from '../domain/one-persons-numbers.ts'
import { reviewOf } from '../domain/review.ts'
import type { ReviewRef } from '../domain/stored-review.ts'
import { loadReviewRecord } from './load-review.ts'
import { type NamedReview, openReview } from './write-review.ts'

export type AgendaPosted =
  | { ok: true; channelId: string; why: WhyPrivate | null }
  | { ok: false; reason: 'not-allowed' | 'closed' }

/** Posted again, it is brought up to date. */
export async function postAgenda(context: Context, who: Person, named: NamedReview): Promise<AgendaPosted> {
  const now = context.clock.now()
  return context.db.transaction(async (tx): Promise<AgendaPosted> => {
    const opened = await openReview(tx, who, named, now)
    if (!opened.ok) return opened
    const { team, settings, period, ref } = opened
    const progress = await teamProgress(tx, { team, settings, period }, now)
    const isExternal = (await loadChannel(tx, team))?.isExternal ?? true
    const people = reporting(progress)
    const why = whyPrivate({ isExternal, names: settings.boardNames, people: mostBehindOne(progress) })
    const { channelId } = team
    const to = why ? ({ to: 'person', userId: who.userId } as const) : ({ to: 'channel', channelId } as const)
    // What single people's measures did stands only in the private one.
    const parts = people.map((userId) => ({ userId, what: 'numbers' as const }))
    if (why) await recordReading(tx, context, who, parts)
    await enqueueMessage(tx, context, [agendaMessage(ref, to)])
    return { ok: true, channelId, why }
  })
}

/** Whose numbers the team's sums are made of. */
const reporting = ({ people }: NamedProgress): UserId[] =>
  people
    .filter(({ metrics }) => metrics.some(({ actual }) => actual !== null))
    .map(({ member }) => member.userId)

/** Null: the team is gone. */
export async function loadAgenda(
  db: Queryable,
  { workspaceId, teamId, toChannelId, subject }: Message<'meeting-agenda'>,
  now: Temporal.Instant,
): Promise<AgendaFacts | null> {
  const team = teamId ? await loadTeam(db, workspaceId, teamId) : null
  const settings = team && (await settingsNow(db, team, now))
  const meeting = meetingOn(subject.period)
  if (!team || team.archivedAt || !settings || !meeting) return null
  const inChannel = toChannelId !== null
  const reviewed = await reviewedNumbers(db, team, settings, subject, now)
  const { period, before, whole } = reviewed
  const { boardNames } = settings
  const review =
    inChannel && boardNames !== 'all' ? withoutOnePersons(whole, reviewed.ones, reviewed.onesBefore) : whole
  const record = await loadReviewRecord(db, { team, settings, period, before }, now)
  const of = { workspaceId, userId: null, teamIds: [team.teamId] }
  // As `/kpi todo` counts them.
  const blockers = await blockersToDo.open(db, of)
  const actions = await openActionsIn(db, workspaceId, of.teamIds)
  const open = await listed(db, workspaceId, actions, now, blockers)
  const late = new Set(open.filter(({ when }) => when === 'overdue').map(({ id }) => id))
  return {
    ...{ kind: 'meeting-agenda', teamId: team.teamId, meeting, team: identityOf(team, settings), period },
    ...{ review, inChannel, unnamed: boardNames === 'none' },
    ...{ targetsFrom: record.targetsFrom, lastMeasures: record.last.measures, agreed: record.agreed },
    ...{ stored: record.stored, measures: record.measures.map(({ measure }) => measure) },
    support: (await requestsIn(db, team)).map((item) => ({ ...item, isLate: late.has(item.actionId) })),
    open: { count: open.length, late: late.size },
  }
}

async function reviewedNumbers(
  q: Queryable,
  team: Team,
  settings: TeamSettings,
  subject: { period: MeetingPeriod; from: string },
  now: Temporal.Instant,
) {
  const yearStarts = await fiscalYearStart(q, team.workspaceId)
  const around = (date: Temporal.PlainDate) =>
    periodOf(subject.period, date, weekStart(settings.workDays), yearStarts)
  const period = around(Temporal.PlainDate.from(subject.from))
  const before = around(period.from.subtract({ days: 1 }))
  const progress = await teamProgress(q, { team, settings, period }, now)
  const earlier = await teamProgress(q, { team, settings, period: before }, now)
  const whole = reviewOf(progress, earlier, localDate(now, settings.zone))
  return { period, before, whole, ones: onePersons(progress), onesBefore: onePersons(earlier) }
}

/** Of the agenda in the channel, and of the one that was sent to this person. */
export const agendaEdits = (ref: ReviewRef, userId: UserId | null): MessageEdit[] => [
  editOf(agendaMessage(ref, { to: 'channel', channelId: '' })),
  ...(userId ? [editOf(agendaMessage(ref, { to: 'person', userId }))] : []),
]

/** What became of a measure or of what was agreed is seen where it was agreed. */
export const onAgreedItems = reactTo(
  actionsChanged,
  async (tx: Transaction, context, { actions, byUserId }) => {
    const edits = actions.flatMap(({ after }) => {
      const { workspaceId, teamId, origin } = after
      const read = [AGREED, MEASURE].includes(origin.kind) ? readReference(origin.reference ?? '') : null
      return read ? agendaEdits({ workspaceId, teamId, period: read.period, from: read.from }, byUserId) : []
    })
    await enqueueMessage(tx, context, edits)
  },
)
