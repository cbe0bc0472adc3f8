// The messages about teams and leave: taken by Slack in every language, and they say which team it is.

import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { LEAVE_KINDS } from '../../src/org/domain/leave-kind.ts'
import type { LeaveChangedFacts } from '../../src/org/domain/message-facts.ts'
import { renderChannelWidened } from '../../src/org/slack/channel-widened.ts'
import { renderHomeTeamMoved } from '../../src/org/slack/home-team-moved.ts'
import { renderLeaveChanged } from '../../src/org/slack/leave-changed.ts'

const en = BOT.translator('en')
const date = Temporal.PlainDate.from
const HOSTILE = '<!channel> *bold* & <https://evil.example|x> `code`'

const leaveChanged = (more: Partial<LeaveChangedFacts> = {}): LeaveChangedFacts => ({
  ...{ kind: 'leave-changed', teamName: 'North', channelId: 'C1', managerUserId: 'UMARA' },
  leave: { from: date('2026-03-10'), to: date('2026-03-12'), part: 'morning', kind: 'sick' },
  ...{ change: 'recorded', byUserId: 'UMARA', today: date('2027-01-04') },
  ...more,
})

describe.each(LOCALES)('in %s', (locale) => {
  const t = BOT.translator(locale)

  test.each(
    (['recorded', 'cancelled'] as const).flatMap((change) =>
      LEAVE_KINDS.map((kind) => [change, kind] as const),
    ),
  )('leave that somebody else has %s: %s', (change, kind) => {
    const leave = { ...leaveChanged().leave, kind }
    const message = renderLeaveChanged(leaveChanged({ change, leave, teamName: HOSTILE.repeat(10) }), t)
    expect(checkMessage(message)).toEqual([])
    expect(JSON.stringify(message)).not.toContain('<!channel>')
    expect(message.text).toContain('2026')
  })

  test.each([
    [true, HOSTILE],
    [false, HOSTILE],
    [false, null],
  ])('a home team that was moved: own %s, named %s', (own, teamName) => {
    const team = teamName === null ? null : { teamName, channelId: 'C1', managerUserId: 'UMARA' }
    const facts = { kind: 'home-team-moved', team, userId: 'UANN', byUserId: 'UMARA', own } as const
    const message = renderHomeTeamMoved(facts, t)
    expect(checkMessage(message)).toEqual([])
    expect(JSON.stringify(message)).not.toContain('<!channel>')
  })

  test.each(['public', 'external'] as const)('a channel that has become %s', (stage) => {
    const team = { teamName: HOSTILE, channelId: 'C1', managerUserId: 'UMARA' }
    const message = renderChannelWidened({ kind: 'channel-widened', ...team, stage }, t)
    expect(checkMessage(message)).toEqual([])
    expect(message.text).toContain('<#C1>')
    expect(message.text).not.toContain('<!channel>')
  })
})

test('the person reads who did it, which days, what it means, and for which team', () => {
  expect(renderLeaveChanged(leaveChanged(), en).text).toBe(
    [
      '<@UMARA> has recorded leave for you: Tue, Mar 10, 2026 to Thu, Mar 12, 2026, in the mornings (Sick leave).',
      'You won’t be asked on these days, and your ranking and streak are not affected. Not right? Cancel it with `/kpi leave`.',
      'North · <#C1> · manager <@UMARA>',
    ].join('\n'),
  )
})

test('of a business trip the person reads that the days are working days', () => {
  const leave = { ...leaveChanged().leave, kind: 'travel' as const }
  const { text } = renderLeaveChanged(leaveChanged({ leave }), en)
  expect(text).toContain('These are working days')
  expect(text).not.toContain('You will not be asked')
})
