// Renders the messages to people who are added to a team or get another role in it.

import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { clockTime } from '../../slack/clock-time.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { channelLink, mention } from '../../slack/mrkdwn.ts'
import type { MemberAddedFacts, MemberRoleChangedFacts } from '../domain/message-facts.ts'
import { weekday } from './setup-choices.ts'

const TEAM_LENGTH = 300
const NUMBERS_LENGTH = 1500
const DIRECTORS_SHOWN = 10

export function renderMemberAdded(facts: MemberAddedFacts, t: Translate): RenderedMessage {
  const [manager, channel] = [mention(facts.managerUserId), channelLink(facts.channelId)]
  const readers = [facts.managerUserId, ...facts.directorUserIds.slice(0, DIRECTORS_SHOWN)]
  const asked = {
    time: clockTime(facts.promptTime, t.locale),
    zone: t(facts.zoneRule === 'member' ? 'member.ownTime' : 'member.teamTime'),
    numbers: namesOf(facts.numbers, t),
  }
  const lines = [
    t('member.added', {
      ...{ by: mention(facts.byUserId), team: escapeWithin(facts.teamName, TEAM_LENGTH) },
      ...{ channel, manager },
    }),
    facts.numbers.length > 0 ? t('member.asked', asked) : t('member.askedNoNumbers', asked),
    ...weeklyLine(facts, t),
    t('member.seenBy', {
      ...{ readers: readers.map(mention).join(' '), channel },
      names: facts.boardNames,
    }),
    t('member.howToLeave', { manager }),
  ]
  return { text: lines.join('\n'), blocks: sectionsOf(lines) }
}

function weeklyLine({ weekly }: MemberAddedFacts, t: Translate): string[] {
  if (!weekly) return []
  const day = weekday(weekly.weekday, 'long', t)
  return [t('member.weekly', { day, time: clockTime(weekly.promptTime, t.locale) })]
}

export function renderMemberRoleChanged(facts: MemberRoleChangedFacts, t: Translate): RenderedMessage {
  const values = {
    by: mention(facts.byUserId),
    team: escapeWithin(facts.teamName, TEAM_LENGTH),
    role: roleName(facts.role, t),
  }
  const numbers = namesOf(facts.numbers, t)
  const lines = [t('member.roleChanged', values)]
  if (facts.numbers.length > 0) lines.push(t('member.roleNumbers', { numbers }))
  return { text: lines.join('\n'), blocks: sectionsOf(lines) }
}

const namesOf = (numbers: readonly Metric[], t: Translate): string =>
  escapeWithin(numbers.map((metric) => metricName(metric, t)).join(t('common.listSeparator')), NUMBERS_LENGTH)
