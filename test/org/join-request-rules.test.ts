// Who is asked about a person who is to join another team, until when, and how the messages about it read.

import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { WorkCalendar } from '../../src/org/domain/calendar.ts'
import {
  answerDueAt,
  howToAdd,
  JOIN_REQUEST_STATES,
  nextAddressee,
  type TeamInChain,
} from '../../src/org/domain/join-request.ts'
import type { JoinRequestFacts } from '../../src/org/domain/message-facts.ts'
import { renderJoinOutcome, renderJoinRequest } from '../../src/org/slack/join-request.ts'

const CHAIN: TeamInChain[] = [
  { teamId: 'home', userId: 'UMARA' },
  { teamId: 'above', userId: 'UDIRK' },
  { teamId: 'top', userId: 'UCEO' },
]
const HOME = { teamId: 'home', managerUserId: 'UMARA' }
const asked = (userId: string, teamId: string | null) => ({ userId, teamId })

test('who is in no team, or is added by the manager of their home team, is added; everyone else is asked about', () => {
  expect(howToAdd('USAM', null)).toBe('add')
  expect(howToAdd('UMARA', HOME)).toBe('add')
  expect(howToAdd('USAM', HOME)).toBe('ask')
})

describe('who is asked next', () => {
  const next = (
    before: ReturnType<typeof asked> | null,
    { by = 'USAM', gone = [] as string[], admins = ['UADA', 'UBEA'], chain = CHAIN } = {},
  ) => nextAddressee({ requestedBy: by, asked: before }, chain, admins, gone)

  test.each([
    ['first the manager of the home team', next(null), asked('UMARA', 'home')],
    ['then the one of the team above', next(asked('UMARA', 'home')), asked('UDIRK', 'above')],
    ['and so on', next(asked('UDIRK', 'above')), asked('UCEO', 'top')],
    ['then an admin', next(asked('UCEO', 'top')), asked('UADA', null)],
    ['after an admin nobody', next(asked('UADA', null)), null],
    ['nobody who is gone', next(null, { gone: ['UMARA', 'UDIRK'] }), asked('UCEO', 'top')],
    ['nobody who asks', next(asked('UMARA', 'home'), { by: 'UDIRK' }), asked('UCEO', 'top')],
    ['no admin who asks', next(asked('UCEO', 'top'), { by: 'UADA' }), asked('UBEA', null)],
    ['nobody twice in a row', next(asked('UCEO', 'top'), { admins: ['UCEO', 'UBEA'] }), asked('UBEA', null)],
    [
      'without a team above, an admin',
      next(asked('UMARA', 'home'), { chain: CHAIN.slice(0, 1) }),
      asked('UADA', null),
    ],
    [
      'a team for which nobody acts is passed over, without going back',
      next(asked('UDIRK', 'above'), {
        chain: [CHAIN[0]!, { teamId: 'above', userId: null }, CHAIN[2]!],
      }),
      asked('UCEO', 'top'),
    ],
    ['where there is nobody, nobody', next(null, { chain: [], admins: [] }), null],
  ])('%s', (_, is, wanted) => expect(is).toEqual(wanted))
})

describe('until when', () => {
  const calendar: WorkCalendar = {
    ...{ workDays: [1, 2, 3, 4, 5], alternateDay: null, holidayCountry: null, holidayRegion: null },
    extraDays: { '2026-03-18': 'off', '2026-03-21': 'on' },
  }
  test.each([
    ['Monday at ten: Thursday at ten', '2026-03-02T10:00', '2026-03-05T10:00'],
    ['Thursday: over the weekend', '2026-03-05T15:30', '2026-03-10T15:30'],
    ['Saturday: the days count from Monday', '2026-03-07T11:00', '2026-03-12T00:00'],
    ['a day off does not count, an extra working day does', '2026-03-17T09:00', '2026-03-21T09:00'],
    ['the clock change moves nothing', '2026-03-26T09:00', '2026-03-31T09:00'],
  ])('%s', (_, from, until) => {
    const at = (text: string) =>
      Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').toInstant()
    expect(answerDueAt(calendar, 'Europe/Berlin', at(from))).toEqual(at(until))
  })

  test('in a team that never works, each day counts', () => {
    const at = Temporal.Instant.from('2026-03-02T10:00:00Z')
    expect(answerDueAt({ ...calendar, workDays: [] }, 'UTC', at)).toEqual(expect.any(Temporal.Instant))
  })
})

const FACTS: JoinRequestFacts = {
  ...{ kind: 'join-request', requestId: crypto.randomUUID(), teamName: '<!channel> & '.repeat(40) },
  ...{ homeTeamName: '<!here> '.repeat(40), channelId: 'C1', userId: 'UANN', requestedBy: 'USAM' },
  ...{ decidedBy: 'UMARA', state: 'waiting', askedAs: 'manager', passedOnTo: null },
}

describe.each(LOCALES)('in %s Slack takes', (locale) => {
  const t = BOT.translator(locale)
  const buttonsOf = (facts: JoinRequestFacts) =>
    JSON.stringify(renderJoinRequest(facts, t)).match(/joining\.\w+/g) ?? []

  test.each(['manager', 'manager-above', 'admin'] as const)(
    'the question to the %s, with two buttons',
    (askedAs) => {
      const message = renderJoinRequest({ ...FACTS, askedAs }, t)
      expect(checkMessage(message)).toEqual([])
      expect(message.text).not.toContain('<!')
      expect(buttonsOf({ ...FACTS, askedAs })).toEqual(['joining.accept', 'joining.decline'])
    },
  )

  test('what became of it, without buttons, each in words of its own', () => {
    const ended = JOIN_REQUEST_STATES.filter((state) => state !== 'waiting')
    const texts = ended.flatMap((state) => {
      expect(buttonsOf({ ...FACTS, state })).toEqual([])
      const messages = [
        renderJoinRequest({ ...FACTS, state }, t),
        ...(['requester', 'person'] as const).map((reader) =>
          renderJoinOutcome({ ...FACTS, kind: 'join-outcome', state, reader }, t),
        ),
      ]
      for (const message of messages) expect(checkMessage(message)).toEqual([])
      return messages.map(({ text }) => text)
    })
    expect(new Set(texts).size).toBe(3 * ended.length)
  })

  test('that somebody else is asked, without buttons', () => {
    const passedOn = { ...FACTS, passedOnTo: 'UDIRK' }
    expect(renderJoinRequest(passedOn, t).text).toContain('<@UDIRK>')
    expect(buttonsOf(passedOn)).toEqual([])
  })
})
