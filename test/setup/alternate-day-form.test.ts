// A weekday that is worked every other week, in the set-up form: offered by its next date, kept, and never both ways.
import { describe, expect, test } from 'vitest'
import { BOT } from '../../src/app/features.ts'
import type { SetupFacts } from '../../src/setup/flows/load-setup.ts'
import { initialInput, readDraft, readSetup, setupView } from '../../src/setup/slack/setup-form.ts'
import { fieldIn } from '../../src/slack/fields.ts'
import { filled, stateOf } from '../support/form-state.ts'
import { facts } from './setup-facts.ts'

const t = BOT.translator('en')
const TEAM_ID = 'b1f6a3de-0000-4000-8000-000000000000'

describe('a day that is worked every other week', () => {
  const open = (alternateDay: string | null) => facts({ teamId: TEAM_ID }, { alternateDay })
  const stateIn = (of: SetupFacts, more: boolean) => stateOf(setupView(of, initialInput(of), more, t))
  const ticked = (...days: string[]) => ({ days: { selected_options: days.map((value) => ({ value })) } })
  const chosen = (value: string) => ({ alternate: { selected_option: { value } } })
  const weekIn = (state: ReturnType<typeof stateIn>, of: SetupFacts) => {
    const { workDays, alternateDay } = readDraft(state, of).settings
    return [workDays, alternateDay]
  }
  const WEEKDAYS = [1, 2, 3, 4, 5]

  test('is offered by the date on which it comes next, Saturdays first', () => {
    const view = JSON.stringify(setupView(open(null), initialInput(open(null)), true, t))
    const offered = view.match(/Every other \w+, next on \w+, \w+ \d+/g)!
    expect(offered).toHaveLength(14)
    expect(offered.slice(0, 3)).toEqual([
      'Every other Saturday, next on Sat, Nov 28',
      'Every other Saturday, next on Sat, Dec 5',
      'Every other Sunday, next on Sun, Nov 29',
    ])
  })

  test('is kept by its order of weeks, whichever date stands for it', () => {
    // 2026-06-20 is 24 weeks before 2026-12-05.
    const of = open('2026-06-20')
    expect(fieldIn(stateIn(of, true), 'alternate')?.selected_option?.value).toBe('2026-12-05')
    expect(weekIn(stateIn(of, true), of)).toEqual([WEEKDAYS, '2026-06-20'])
    expect(weekIn(stateIn(of, false), of)).toEqual([WEEKDAYS, '2026-06-20'])
    expect(weekIn(filled(stateIn(of, true), chosen('2026-11-28')), of)).toEqual([WEEKDAYS, '2026-11-28'])
    expect(weekIn(filled(stateIn(of, true), chosen('none')), of)).toEqual([WEEKDAYS, null])
  })

  test.each(['2026-02-30', 'x', '1999-01-02', '2027-12-04'])('and is not taken from a forged %s', (value) => {
    const of = open('2026-12-05')
    expect(weekIn(filled(stateIn(of, true), chosen(value)), of)).toEqual([WEEKDAYS, '2026-12-05'])
  })

  test('is no longer one once it is ticked for every week; both at once are asked about', () => {
    const of = open('2026-12-05')
    const all = ticked('1', '2', '3', '4', '5', '6')
    expect(weekIn(filled(stateIn(of, false), all), of)).toEqual([[...WEEKDAYS, 6], null])
    expect(readSetup(filled(stateIn(of, true), all), of, t)).toEqual({
      ok: false,
      errors: { alternate: t('setup.alternateTicked') },
    })
  })
})
