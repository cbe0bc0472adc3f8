// The agenda of a meeting: which message it is, where it may stand, and what it is made of.
import type { ChannelId, TeamId, UserId } from '../../core/ids.ts'
import type { Period } from '../../numbers/domain/period.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { BoardNames } from '../../org/domain/team.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { AgreedItem, LookedAt } from './measure.ts'
import type { Meeting, MeetingPeriod } from './meeting.ts'
import type { Review } from './review.ts'
import type { ReviewRef, StoredReview } from './stored-review.ts'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    /** In the team's channel, or to whoever leads it. `from`: the first day of the period. */
    'meeting-agenda': { period: MeetingPeriod; from: string }
    /** To whoever leads the team, when a period is over. */
    'review-offer': { period: MeetingPeriod; from: string }
  }
}

/** Null: everybody in the channel may read what it says. */
export type WhyPrivate = 'external' | 'one-person'

/** Sums of a single person are that person's numbers, which the channel shows only where it shows everybody's. */
export function whyPrivate(facts: {
  isExternal: boolean
  names: BoardNames
  /** The most people whose numbers one of the sums is made of. */
  people: number
}): WhyPrivate | null {
  if (facts.isExternal) return 'external'
  return facts.people === 1 && facts.names !== 'all' ? 'one-person' : null
}

export const agendaMessage = (
  { workspaceId, teamId, period, from }: ReviewRef,
  audience: { to: 'channel'; channelId: ChannelId } | { to: 'person'; userId: UserId },
): MessageDraft<'meeting-agenda'> => {
  const own = audience.to === 'person' ? `:${audience.userId}` : ''
  return {
    ...{ workspaceId, key: `agenda:${teamId}:${period}:${from}${own}`, kind: 'meeting-agenda', teamId },
    ...{ audience, subject: { period, from: from.toString() } },
  }
}

export const offerMessage = (
  { workspaceId, teamId, period, from }: ReviewRef,
  userId: UserId,
): MessageDraft => ({
  ...{ workspaceId, key: `review-offer:${teamId}:${period}:${from}`, kind: 'review-offer', teamId },
  ...{ audience: { to: 'person', userId }, subject: { period, from: from.toString() } },
})

export interface AgendaFacts {
  kind: 'meeting-agenda'
  teamId: TeamId
  meeting: Meeting
  team: TeamIdentity
  period: Period
  /** What single people wrote and what single people's numbers did is left out: the channel reads it. */
  inChannel: boolean
  /** Requests for support are counted, not quoted. */
  unnamed: boolean
  review: Review
  targetsFrom: Temporal.PlainDate | null
  lastMeasures: readonly LookedAt[]
  measures: readonly AgreedItem[]
  agreed: readonly AgreedItem[]
  stored: StoredReview
  support: readonly AskedSupport[]
  /** Of all action items of the team. */
  open: { count: number; late: number }
}

/** `isLate`: by the days of whoever has it. */
export type AskedSupport = AgreedItem & { isLate: boolean }

export interface ReviewOfferFacts {
  kind: 'review-offer'
  teamId: TeamId
  meeting: Meeting
  team: TeamIdentity
  period: Period
}
