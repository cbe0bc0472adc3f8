// What whoever leads a team is told when somebody takes the urgent level out of one of its rules.
import type { UserId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { TeamIdentity } from '../../org/domain/message-facts.ts'
import type { MessageDraft } from '../../outbox/domain/message.ts'
import type { Rule } from './warning.ts'

export const RULE_LOWERED = 'warning-rule-lowered'

declare module '../../outbox/domain/message.ts' {
  interface MessageSubjects {
    'warning-rule-lowered': { ruleId: string; by: UserId }
  }
}

export const ruleLoweredDraft = (
  { workspaceId, teamId, ruleId, changedAt }: Rule & { changedAt: Temporal.Instant },
  userId: UserId,
  by: UserId,
): MessageDraft<'warning-rule-lowered'> => ({
  ...{ workspaceId, key: `${RULE_LOWERED}:${ruleId}:${changedAt}`, kind: RULE_LOWERED, teamId },
  ...{ audience: { to: 'person', userId }, subject: { ruleId, by } },
})

export interface RuleLoweredView {
  team: TeamIdentity
  rule: Rule
  /** Null: it is about no number. */
  metric: Metric | null
  by: UserId
}
