// Renders the messages about a change of members: to someone who was removed, and to the manager.

import type { Translate } from '../../core/i18n/translate.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { MemberRemovedFacts, MembersChangedFacts, NamedPeople } from '../domain/message-facts.ts'

const TEAM_LENGTH = 300

export function renderMemberRemoved(facts: MemberRemovedFacts, t: Translate): RenderedMessage {
  const text = t('membership.removed', {
    by: mention(facts.byUserId),
    team: escapeWithin(facts.teamName, TEAM_LENGTH),
    manager: mention(facts.managerUserId),
  })
  return { text, blocks: sectionsOf([text]) }
}

export function renderMembersChanged(facts: MembersChangedFacts, t: Translate): RenderedMessage {
  const lines = linesOf(facts, t)
  return { text: lines.join('\n'), blocks: sectionsOf(lines) }
}

function linesOf({ teamName, byUserId, joined, moved, left }: MembersChangedFacts, t: Translate): string[] {
  const values = { by: mention(byUserId), team: escapeWithin(teamName, TEAM_LENGTH) }
  const leftThemself = left.count === 1 && left.userIds[0] === byUserId
  if (leftThemself && joined.count + moved.count === 0) return [t('membership.leftThemself', values)]
  const lines = [t('membership.changed', values)]
  if (joined.count > 0) lines.push(t('team.joined', { names: named(joined) }))
  if (moved.count > 0) lines.push(t('team.moved', { names: named(moved) }))
  if (left.count > 0) lines.push(t('team.left', { names: named(left) }))
  return lines
}

function named({ count, userIds }: NamedPeople): string {
  const names = userIds.map(mention).join(' ')
  return count > userIds.length ? `${names} … (+${count - userIds.length})` : names
}
