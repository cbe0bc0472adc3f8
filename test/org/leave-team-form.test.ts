// The form in which a person leaves a team: with one team it asks for consent, with several which one.

import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { leaveTeamView, leftTeamView, readLeaveTeam } from '../../src/org/slack/leave-team.ts'
import { filled, stateOf } from '../support/form-state.ts'

const id = (n: number) => `b1f6a3de-0000-4000-8000-${String(n).padStart(12, '0')}`
const teams = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    ...{ teamId: id(n), teamName: '<!channel> & '.repeat(8), managerUserId: 'UM' },
  }))

describe.each(LOCALES)('in %s Slack takes', (locale) => {
  const t = BOT.translator(locale)
  test.each([1, 2, 150])('the form of %i teams', (count) => {
    expect(checkView(leaveTeamView(teams(count), t))).toEqual([])
  })
  test('what it says afterwards', () => {
    const [team] = teams(1)
    const said = [
      leftTeamView({ ok: true, ...team! }, 'UANN', t),
      leftTeamView({ ok: true, ...team! }, 'UM', t),
      leftTeamView({ ok: false, reason: 'not-allowed' }, 'UANN', t),
    ]
    for (const view of said) expect(checkView(view)).toEqual([])
    expect(new Set(said.map((view) => JSON.stringify(view.blocks))).size).toBe(3)
  })
})

test('the one team, or the chosen one, is read; nothing else is', () => {
  const t = BOT.translator('en')
  const one = leaveTeamView(teams(1), t)
  expect(readLeaveTeam(one.private_metadata!, {})).toBe(id(0))
  const several = leaveTeamView(teams(2), t)
  const state = stateOf(several)
  expect(readLeaveTeam(several.private_metadata!, state)).toBeNull()
  const chosen = filled(state, { team: { selected_option: { value: id(1) } } })
  expect(readLeaveTeam(several.private_metadata!, chosen)).toBe(id(1))
  for (const forged of ['', '{}', '{"teamId":"x"}']) expect(readLeaveTeam(forged, {})).toBeNull()
})
