// The messages about who leads a team are valid for Slack in every language, and have buttons only while they wait for an answer.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { ManagerWantedFacts, ParentChangedFacts } from '../../src/org/domain/message-facts.ts'
import { renderDelegateNamed, renderManagerWanted } from '../../src/org/slack/manager-wanted.ts'
import {
  renderParentAnswer,
  renderParentChanged,
  renderParentProposed,
} from '../../src/org/slack/parent-team.ts'

const HOSTILE = '<!channel> & co '.repeat(10)
const TEAM_ID = 'b1f6a3de-0000-4000-8000-000000000000'
const named = (teamName: string, managerUserId: string) => ({ teamName, channelId: 'C1', managerUserId })
const team = named(HOSTILE, 'U0MARA')
const above = named(`Company ${HOSTILE}`, 'U0DORA')
const until = Temporal.PlainDate.from('2026-06-30')

const STATES: Record<string, ManagerWantedFacts['state']> = {
  'gone, nobody acts': { kind: 'open', delegateUserId: null, leaveUntil: null },
  'gone, a delegate acts': { kind: 'open', delegateUserId: 'U0DAN', leaveUntil: null },
  'on leave, nobody acts': { kind: 'open', delegateUserId: null, leaveUntil: until },
  'on leave, a delegate acts': { kind: 'open', delegateUserId: 'U0DAN', leaveUntil: until },
  kept: { kind: 'kept', byUserId: 'U0DORA', delegateUserId: 'U0DAN' },
  'kept, and the delegate taken away': { kind: 'kept', byUserId: 'U0DORA', delegateUserId: null },
  'passed on': { kind: 'passed-on' },
  settled: { kind: 'settled', managerUserId: 'U0NEW' },
}
const BUTTONS: Record<string, number> = {
  'gone, nobody acts': 1,
  'gone, a delegate acts': 1,
  'on leave, nobody acts': 2,
  'on leave, a delegate acts': 2,
}
const CHANGES: Record<string, Pick<ParentChangedFacts, 'above' | 'former' | 'reader'>> = {
  'put under, to its manager': { above, former: null, reader: 'manager' },
  'put under, to the manager above': { above, former: null, reader: 'above' },
  'taken out, to its manager': { above: null, former: above, reader: 'manager' },
  'taken out, to the former manager above': { above: null, former: above, reader: 'former' },
  'moved, to the former manager above': { above: team, former: above, reader: 'former' },
}

const check = (message: { text: string; blocks: readonly object[] }) => {
  expect(checkMessage(message)).toEqual([])
  expect(JSON.stringify(message)).not.toContain('<!channel>')
  return message.blocks.flatMap((block) => ('elements' in block ? (block.elements as object[]) : []))
}

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)

  test.each(Object.keys(STATES))('who manages the team next: %s', (name) => {
    const facts = { kind: 'manager-wanted', teamId: TEAM_ID, teamName: HOSTILE, channelId: 'C1' } as const
    const message = renderManagerWanted({ ...facts, awayUserId: 'U0MARA', state: STATES[name]! }, t)
    expect(check(message)).toHaveLength(BUTTONS[name] ?? 0)
  })

  test('to the new delegate', () => {
    const message = renderDelegateNamed({ kind: 'delegate-named', ...team, byUserId: 'U0ADA' }, t)
    expect(check(message)).toEqual([])
    for (const part of ['<@U0MARA>', '<@U0ADA>', '<#C1>']) expect(message.text).toContain(part)
  })

  test.each(Object.keys(CHANGES))('the team above: %s', (name) => {
    const change = CHANGES[name]!
    const message = renderParentChanged({ kind: 'parent-changed', team, byUserId: 'U0ADA', ...change }, t)
    expect(check(message)).toEqual([])
    expect(message.text).toContain('<@U0ADA>')
    expect(message.text).toContain('Company')
  })

  test('a proposed team above has buttons until it is answered', () => {
    const facts = { kind: 'parent-proposed', teamId: TEAM_ID, parentTeamId: TEAM_ID, team, above } as const
    const buttons = (['open', 'accepted', 'settled'] as const).map(
      (state) => check(renderParentProposed({ ...facts, byUserId: 'U0ADA', state }, t)).length,
    )
    expect(buttons).toEqual([2, 0, 0])
  })

  test.each([true, false])('the answer to a proposal: %s', (accepted) => {
    const message = renderParentAnswer(
      { kind: 'parent-answer', team, above, byUserId: 'U0MARA', accepted },
      t,
    )
    expect(check(message)).toEqual([])
    expect(message.text).toContain('<@U0MARA>')
  })
})
