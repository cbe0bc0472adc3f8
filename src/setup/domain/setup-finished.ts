// What the message says that ends a set-up in the background, and its subject.
import type { ChannelId, TeamId } from '../../core/ids.ts'
import type { JoinRequest } from '../../org/domain/join-request.ts'

/** Why a team could not be set up after its form was taken. */
export const SETUP_FAILURES = [
  'not-allowed',
  'not-entitled',
  'already-set-up',
  'not-in-channel',
  'shared-channel',
  'nobody',
  'not-counted',
  'not-a-manager',
  'not-a-parent',
  'not-a-delegate',
  'not-your-lines',
  'no-manager',
  'slack',
] as const
export type SetupFailure = (typeof SETUP_FAILURES)[number]

export interface SetupResult {
  channelId: ChannelId
  /** Null: it failed. */
  teamId: TeamId | null
  /** The first date on which the settings apply. */
  from: string | null
  isNew: boolean
  failure: SetupFailure | null
  /** Names of those who could not take part. */
  unusable: readonly string[]
}

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'setup-finished': SetupResult
  }
}

export interface SetupFinishedFacts extends SetupResult {
  /** Who joins once the manager of their home team agrees. */
  waiting: readonly Pick<JoinRequest, 'userId' | 'askedUserId'>[]
  teamName: string
  people: number
  promptTime: string
  checkinName: string
}
