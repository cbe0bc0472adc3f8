// What `/kpi me` says about a person's targets, above their numbers.
import { membershipsOf, resolveMembership } from '../../numbers/flows/memberships.ts'
import type { OwnNumbersPart } from '../../numbers/slack/own-numbers-part.ts'
import { maySeeOwnTargets } from '../domain/permissions.ts'
import { ownTargets } from '../flows/own-targets.ts'
import { targetBlocks, targetWords } from './target-lines.ts'

export const targetsInMine: OwnNumbersPart = async ({ who, now, t, channelId }, { db }) => {
  const membership = resolveMembership(await membershipsOf(db, who, maySeeOwnTargets, now), channelId)
  const targets = membership ? await ownTargets(db, membership, now) : []
  if (!membership || targets.length === 0) return null
  const title = t('target.yours')
  return {
    text: targetWords(targets, t, title).join('\n'),
    blocks: targetBlocks(membership.member.teamId, targets, t, title),
  }
}
