// Drafts of the messages about teams, members and requests, for the tests that look at every kind of message.

import { createAction } from '../../src/actions/flows/create-action.ts'
import { saveAnswer } from '../../src/checkins/db/checkin-answers.ts'
import { recordNudges } from '../../src/checkins/db/checkin-days.ts'
import { saveComment, saveReviews } from '../../src/checkins/db/reviews.ts'
import { saveQuestion } from '../../src/checkins/reports/db/questions.ts'
import { reportMessages } from '../../src/checkins/reports/domain/report-messages.ts'
import type { Context } from '../../src/core/context.ts'
import type { Transaction } from '../../src/core/db/client.ts'
import { localDate } from '../../src/core/time.ts'
import { insertJoinRequest } from '../../src/org/db/join-requests.ts'
import { insertLeaveRequest } from '../../src/org/db/leave-requests.ts'
import { insertLeave } from '../../src/org/db/leaves.ts'
import { saveManagerQuestion, saveParentProposal } from '../../src/org/db/open-questions.ts'
import type { JoinRequestState } from '../../src/org/domain/join-request.ts'
import type { LeaveRequestState } from '../../src/org/domain/leave-request.ts'
import { messages } from '../../src/outbox/db/messages.sql.ts'
import type { MessageDraft, MessageKind, MessageSubjects } from '../../src/outbox/domain/message.ts'
import { lockStored, saveCauses, saveMinutes } from '../../src/reviews/db/reviews.ts'
import { agendaMessage } from '../../src/reviews/domain/agenda.ts'
import { MEASURE, referenceOf } from '../../src/reviews/domain/measure.ts'
import { insertDigestLines } from '../../src/warnings/db/digests.ts'
import { saveWarnings } from '../../src/warnings/db/episodes.ts'
import { monthBefore } from '../../src/warnings/domain/quality-month.ts'
import { insertWin } from '../../src/wins/db/wins.ts'
import { winDraft } from '../../src/wins/domain/message-facts.ts'
import { recoveredReds, sampleWarning } from '../warnings/sample-warning.ts'
import { ROLES, type World } from './world.ts'

/** Opens the questions that the messages are about, and returns one draft of each kind. */
export async function teamMessages(
  tx: Transaction,
  context: Context,
  { north, south }: World,
): Promise<MessageDraft[]> {
  const { workspaceId, teamId, channelId, leaveId, memberIds, standupDate, actionId } = north
  const now = context.clock.now()
  const { manager, director, admin, rep } = ROLES
  const byUserId = admin
  const asked = { askedUserId: director, askedAt: now, keptBy: null }
  await saveManagerQuestion(tx, north, { managerUserId: manager, since: null, ...asked })
  const parentTeamId = south.teamId
  await saveParentProposal(tx, north, { parentTeamId, proposedBy: admin, proposedAt: now })
  const request = async (state: JoinRequestState): Promise<string> => {
    const requestId = crypto.randomUUID()
    const decided = state === 'waiting' ? null : manager
    await insertJoinRequest(tx, {
      ...{ workspaceId, requestId, teamId: south.teamId, userId: rep, role: 'hunter', state },
      ...{ requestedBy: ROLES['manager of another team'], homeTeamId: teamId },
      ...{ askedUserId: manager, askedTeamId: teamId, askedAt: now },
      ...{ decidedBy: decided, decidedAt: decided && now },
    })
    return requestId
  }
  const leaveRequest = async (state: LeaveRequestState): Promise<string> => {
    const requestId = crypto.randomUUID()
    const decided = state === 'waiting' ? null : manager
    const [from, to] = [Temporal.PlainDate.from('2026-02-23'), Temporal.PlainDate.from('2026-02-25')]
    await insertLeaveRequest(tx, {
      ...{
        workspaceId,
        requestId,
        leaveId: crypto.randomUUID(),
        userId: rep,
        wish: 'record',
        from,
        to,
        state,
      },
      ...{ part: 'whole', kind: 'sick', numberDays: ['2026-02-24'], homeTeamId: teamId },
      ...{ askedUserId: manager, askedTeamId: teamId, askedAt: now },
      ...{ decidedBy: decided, decidedAt: decided && now },
    })
    return requestId
  }
  const to = <Kind extends MessageKind>(
    userId: string,
    kind: Kind,
    subject: MessageSubjects[Kind],
  ): MessageDraft =>
    ({
      ...{ workspaceId, key: `every:${kind}`, kind, teamId, subject },
      audience: { to: 'person', userId },
    }) as MessageDraft
  const sourceId = crypto.randomUUID()
  await insertWin(tx, {
    ...{ workspaceId, sourceId, teamId, memberId: north.memberIds[0]!, metricKey: 'calls' },
    ...{ amount: 500, enteredAmount: 700, enteredAt: now, customer: '<!channel> *Gil*' },
    date: Temporal.PlainDate.from('2026-03-02'),
  })
  const [from, until] = [Temporal.PlainDate.from('2026-03-16'), Temporal.PlainDate.from('2026-03-20')]
  const away = { userId: ROLES['another rep'], from, to: until, part: 'whole', kind: 'annual' } as const
  await insertLeave(tx, workspaceId, { ...away, leaveId: crypto.randomUUID() }, { by: manager, at: now })
  const named = { count: 1, userIds: [rep] }
  const [answered, silent] = memberIds as [string, string]
  const date = Temporal.PlainDate.from(standupDate)
  const by = { userId: manager, at: now }
  for (const kind of ['standup', 'weekly'])
    await recordNudges(tx, kind, { workspaceId, date, memberIds: [silent] }, by)
  for (const kind of ['standup', 'weekly']) {
    const of = { workspaceId, teamId, memberId: answered, kind, date }
    await saveReviews(tx, [{ ...of, readBy: manager, readAt: now, readRevision: 1 }])
    const written = { byUserId: manager, version: 1, writtenAt: now, comment: '<!channel> *Well done*' }
    await saveComment(tx, { ...of, ...written })
  }
  await saveQuestion(tx, {
    ...{ workspaceId, teamId, memberId: answered, kind: 'weekly', date, askedBy: manager, askedAt: now },
    ...{ until: now.add({ hours: 20 }), question: '<!channel> *Why?*', version: 1, reply: null },
    repliedAt: null,
  })
  const day = Temporal.PlainDate.from('2026-03-09')
  const acknowledgement = {
    by: manager,
    at: now,
    level: 'red',
    action: '<!channel> *Gil*',
    until: day,
  } as const
  const warned = sampleWarning(
    { workspaceId, teamId, memberId: answered, metricKey: 'own-1' },
    { told: [rep, manager], acknowledgement },
  )
  await saveWarnings(tx, [warned])
  const { episodeId } = warned
  const last = monthBefore(localDate(now, 'UTC')).from
  await saveWarnings(tx, recoveredReds({ workspaceId, teamId, memberId: answered }, last))
  const digest = { date: standupDate, number: 1 }
  const line = { episodeId, what: 'new' } as const
  await insertDigestLines(tx, [{ workspaceId, userId: manager, ...digest, lines: [line] }], now)
  await saveAnswer(tx, {
    ...{ workspaceId, teamId, memberId: answered, kind: 'weekly', date, state: 'answered', answeredAt: now },
    ...{ firstAnsweredAt: now, revision: 1, numbersDate: date, lastSubmitKey: null, drafted: [] },
    sections: { results: 'Won <!channel> *Acme*', own: '<@U0STAN> said `so`' },
  })
  // A note is told to whoever has the warning.
  await tx.insert(messages).values({
    ...{
      workspaceId,
      messageKey: `warning:${episodeId}:${manager}`,
      kind: 'warning',
      toUserId: manager,
      teamId,
    },
    ...{
      subject: { episodeId },
      state: 'delivered',
      deliveredVersion: 1,
      createdAt: now,
      channelId: 'D1',
      ts: '1.1',
    },
  })
  const review = {
    workspaceId,
    teamId,
    period: 'month',
    from: Temporal.PlainDate.from('2026-03-01'),
  } as const
  await lockStored(tx, review)
  await saveMinutes(tx, review, { text: '<!channel> *Gil*', by: manager, readTo: now })
  await saveCauses(tx, review, { 'own-1': { text: '<!channel> *Gil*', by: manager, at: now.toString() } })
  const measure = await createAction(
    tx,
    context,
    {
      ...{ workspaceId, teamId, ownerUserId: rep, helperUserIds: [], text: '<!channel> *Gil*', dueOn: day },
      ...{ origin: { kind: MEASURE, reference: referenceOf(review, 'own-1') }, createdBy: manager },
    },
    '/kpi review',
  )
  const reviewed = { period: review.period, from: review.from.toString() }
  return [
    to(manager, 'measure-follow-up', { actionId: measure.actionId, weeks: 2 }),
    to(manager, 'review-offer', reviewed),
    to(manager, 'meeting-agenda', reviewed),
    agendaMessage(review, { to: 'channel', channelId }),
    to(rep, 'warning', { episodeId }),
    to(manager, 'warning-digest', digest),
    to(manager, 'warning-note', { episodeId, note: 'promise-broken' }),
    to(director, 'warning-quality', { from: last.toString() }),
    to(manager, 'warning-rule-lowered', { ruleId: teamId, by: director }),
    winDraft({ workspaceId, teamId, sourceId }, channelId),
    to(director, 'teams-rollup', { from: '2026-03-02' }),
    to(manager, 'join-request', { requestId: await request('waiting') }),
    to(rep, 'join-outcome', { requestId: await request('declined') }),
    to(admin, 'workspace-offer', {}),
    to(rep, 'member-added', { teamId, byUserId }),
    to(rep, 'member-role-changed', { teamId, byUserId }),
    to(rep, 'member-removed', { teamId, byUserId }),
    to(manager, 'members-changed', { teamId, byUserId, joined: named, moved: named, left: named }),
    to(manager, 'channel-widened', { channelId, stage: 'public' }),
    to(rep, 'home-team-moved', { userId: rep, byUserId, teamId }),
    to(rep, 'holidays-changed', {
      ...{ userId: rep, byUserId, from: '2026-03-03' },
      place: { country: 'US', region: 'NY' },
    }),
    to(manager, 'next-holidays', { country: 'CN', year: 2027, changed: null }),
    to(rep, 'leave-changed', { leaveId, change: 'recorded', byUserId }),
    to(manager, 'leave-request', { requestId: await leaveRequest('waiting') }),
    to(rep, 'leave-outcome', { requestId: await leaveRequest('accepted') }),
    to(rep, 'delegate-named', { teamId, byUserId }),
    to(director, 'manager-wanted', { teamId, managerUserId: manager, since: null }),
    to(manager, 'parent-changed', { teamId, byUserId, parentTeamId, formerTeamId: null }),
    to(manager, 'parent-proposed', { teamId, parentTeamId, byUserId }),
    to(admin, 'parent-answer', { teamId, parentTeamId, byUserId: manager, accepted: false }),
    to(manager, 'team-target-set', {
      ...{ metricKey: 'own-1', period: 'month', from: '2026-03-01', to: '2026-03-31', version: 1 },
    }),
    to(manager, 'leave-offer', { memberId: silent, from: '2026-03-01' }),
    to(rep, 'action-given', { actionId, userId: rep }),
    to(rep, 'actions-due', { date: standupDate, userId: rep }),
    to(manager, 'actions-passed-on', {
      ...{ fromUserId: rep, toUserId: manager, actionIds: [actionId], count: 2, why: 'left' },
    }),
    to(rep, 'report-card', { checkin: 'weekly', memberId: answered, date: standupDate }),
    to(ROLES['another rep'], 'report-reminder', { checkin: 'weekly', memberId: silent, date: standupDate }),
    to(ROLES['another rep'], 'report-nudge', { checkin: 'weekly', memberId: silent, date: standupDate }),
    to(rep, 'report-question', { checkin: 'weekly', memberId: answered, date: standupDate, version: 1 }),
    to(rep, 'report-comment', {
      ...{ checkin: 'weekly', memberId: answered, date: standupDate, byUserId: manager, version: 1 },
    }),
    reportMessages('weekly').summary({ workspaceId, teamId, channelId }, date),
    to(manager, 'report-offer', {}),
    to(manager, 'morning', { date: standupDate }),
    to(manager, 'report-digest', { checkin: 'weekly', date: standupDate }),
    to(ROLES['another rep'], 'standup-nudge', { memberId: silent, date: standupDate }),
    to(rep, 'answer-comment', { memberId: answered, date: standupDate, byUserId: manager, version: 1 }),
    to(manager, 'setup-finished', {
      ...{ channelId, teamId, from: '2026-03-03', isNew: true, failure: null },
      unusable: ['<!channel> *Gil*'],
    }),
  ]
}
