// The set-up form reads back what it shows, in every language, and rejects values that it did not offer.

import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { metricName } from '../../src/numbers/slack/format-value.ts'
import type { TeamHandedOverFacts } from '../../src/org/domain/message-facts.ts'
import type { TeamSettings } from '../../src/org/domain/team.ts'
import { renderSetupInvitation } from '../../src/org/slack/setup-invitation.ts'
import { renderTeamHandedOver } from '../../src/org/slack/team-handed-over.ts'
import { renderTeamIntroduction } from '../../src/org/slack/team-introduction.ts'
import type { SetupFacts } from '../../src/setup/flows/load-setup.ts'
import type { SetupDone } from '../../src/setup/flows/set-up-team.ts'
import { setupDoneView } from '../../src/setup/slack/setup-done.ts'
import {
  initialInput,
  readDraft,
  readSetup,
  readSetupMetadata,
  setupErrors,
  setupView,
} from '../../src/setup/slack/setup-form.ts'
import { filled, stateOf } from '../support/form-state.ts'
import { testSettings } from '../support/settings.ts'
import { facts } from './setup-facts.ts'

const t = BOT.translator('en')
const HOSTILE = '<!channel> *bold* & <https://evil.example|x>\u202e `code`'
const TEAM_ID = 'b1f6a3de-0000-4000-8000-000000000000'

const PARENTS = [HOSTILE, 'Company', ...Array.from({ length: 498 }, (_, n) => `Team ${n}`)].map(
  (name, n) => ({
    teamId: `c1f6a3de-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name,
    channelName: name === HOSTILE ? null : 'c'.repeat(80),
  }),
)

const OTHERWISE: Partial<TeamSettings> = {
  name: '华东销售',
  locale: 'zh-TW',
  workDays: [1, 2, 3, 4, 5],
  alternateDay: '2026-12-05',
  holidayCountry: 'CN',
  zoneRule: 'team',
  zone: 'Asia/Shanghai',
  promptTime: '08:45',
  closeAfterMinutes: 90,
  remindBeforeCloseMinutes: 15,
  numbersDay: 'same',
  measure: { kind: 'metric', metric: 'newRevenue' },
  boardNames: 'none',
  okrView: true,
  workingHours: { from: '08:30', to: '17:45' },
}
const EXTREMES: Record<string, SetupFacts> = {
  'a new team': facts(),
  'in a public channel': facts({ stage: 'public' }),
  'in a shared channel': facts({ stage: 'external' }),
  'moving to a shared channel': facts({ stage: 'external', teamId: TEAM_ID, movesFrom: 'C0' }),
  'a team with everything otherwise': facts({ teamId: TEAM_ID }, OTHERWISE),
  'nobody filled in, in a large channel': facts({ memberUserIds: [], peopleInChannel: 5000 }),
  'two hundred people, hostile name': facts(
    { memberUserIds: Array.from({ length: 200 }, (_, n) => `U${n}`), teamId: TEAM_ID },
    { name: HOSTILE },
  ),
  'values that are not offered': facts(
    { teamId: TEAM_ID, inForceFrom: Temporal.PlainDate.from('2026-12-31'), movesFrom: 'C0' },
    {
      zone: 'Asia/Calcutta',
      holidayCountry: 'XX',
      closeAfterMinutes: 77,
      remindBeforeCloseMinutes: 7,
      measure: { kind: 'metric', metric: 'own-9' },
    },
  ),
  'a team under another, in a state': facts(
    { teamId: TEAM_ID, parentTeamId: PARENTS[1]!.teamId, parents: PARENTS },
    { holidayCountry: 'DE', holidayRegion: 'BY' },
  ),
  'under a team that is gone': facts({ teamId: TEAM_ID, parentTeamId: 'gone' }, { holidayCountry: 'US' }),
  'no metrics to rank by': facts({ rankable: [], teamId: TEAM_ID }),
}

const HANDS = [
  ['UNEW', 'new-manager'],
  ['UNEW', 'former-manager'],
  ['UBOSS', 'former-manager'],
].map(
  ([toUserId, reader]) =>
    ({
      ...{ kind: 'team-handed-over', teamName: HOSTILE.repeat(10), channelId: 'C1', byUserId: 'UBOSS' },
      toUserId,
      reader,
    }) as TeamHandedOverFacts,
)

describe('the region', () => {
  const german = facts({ teamId: TEAM_ID }, { holidayCountry: 'DE', holidayRegion: 'BY' })
  const opened = () => stateOf(setupView(german, initialInput(german), true, t))
  const placeOf = (state: ReturnType<typeof opened>) => {
    const { holidayCountry, holidayRegion } = readDraft(state, german).settings
    return [holidayCountry, holidayRegion]
  }

  test('is chosen among those of the country, or none', () => {
    expect(placeOf(filled(opened(), { region: { selected_option: { value: 'BE' } } }))).toEqual(['DE', 'BE'])
    expect(placeOf(filled(opened(), { region: { selected_option: { value: 'none' } } }))).toEqual([
      'DE',
      null,
    ])
    expect(placeOf(filled(opened(), { region: { selected_option: { value: 'TX' } } }))).toEqual(['DE', null])
  })

  test('goes with its country, and is not asked for where there is none', () => {
    expect(placeOf(filled(opened(), { country: { selected_option: { value: 'US' } } }))).toEqual(['US', null])
    const chinese = facts({ teamId: TEAM_ID }, { holidayCountry: 'CN' })
    expect(JSON.stringify(setupView(chinese, initialInput(chinese), true, t))).not.toContain(
      'State or region',
    )
  })
})

test('only the offered parent teams are accepted', () => {
  const of = facts({ teamId: TEAM_ID, parents: PARENTS })
  const chosen = (value: string) =>
    readDraft(
      filled(stateOf(setupView(of, initialInput(of), true, t)), { parent: { selected_option: { value } } }),
      of,
    ).parentTeamId
  expect(chosen(PARENTS[3]!.teamId)).toBe(PARENTS[3]!.teamId)
  expect(chosen('none')).toBeNull()
  expect(chosen(TEAM_ID)).toBeNull()
})

describe.each(LOCALES)('in %s', (locale) => {
  test.each(Object.entries(EXTREMES))('%s: Slack takes the form, short and long', (_, of) => {
    for (const more of [false, true]) {
      const view = setupView(of, initialInput(of), more, BOT.translator(locale))
      expect(checkView(view)).toEqual([])
      expect(JSON.stringify(view).length).toBeLessThan(250_000)
    }
  })

  test.each(Object.entries(EXTREMES))('%s: handed in as it opened nothing changes', (_, of) => {
    for (const more of [false, true]) {
      const state = stateOf(setupView(of, initialInput(of), more, BOT.translator(locale)))
      const hostile = of.settings.name === HOSTILE
      const expected = initialInput(of)
      if (hostile) expect(readDraft(state, of).settings.name).not.toContain('\u202e')
      else expect(readDraft(state, of)).toEqual(expected)
    }
  })

  test('the essentials are at most nine fields', () => {
    const view = setupView(facts(), initialInput(facts()), false, BOT.translator(locale))
    expect(view.blocks.filter(({ type }) => type === 'input')).toHaveLength(9)
  })

  test('what comes after saving, and the messages around it', () => {
    const done: SetupDone = {
      ok: true,
      teamId: TEAM_ID,
      settings: testSettings({ name: HOSTILE.repeat(10) }),
      memberCount: 200,
      from: Temporal.PlainDate.from('2026-03-02'),
      warnings: [
        { kind: 'alternate-day', next: Temporal.PlainDate.from('2026-12-05') },
        { kind: 'holidays-unknown', country: 'CN', year: 2027, lawCounts: true },
        { kind: 'holidays-unknown', country: 'US', year: 2027, lawCounts: false },
        { kind: 'no-holidays' },
        { kind: 'not-in-channel', userIds: Array.from({ length: 300 }, (_, n) => `U00000000${n}`) },
      ],
      waiting: Array.from({ length: 300 }, (_, n) => ({
        ...{ userId: `U00000000${n}`, askedUserId: 'U0MANAGER' },
      })),
      refused: Array.from({ length: 300 }, (_, n) => `U00000000${n}`),
      parentAskedUserId: 'U0MARA',
    }
    for (const isNew of [true, false]) {
      const view = setupDoneView(done, isNew, BOT.translator(locale))
      expect(checkView(view)).toEqual([])
      expect(JSON.stringify(view)).not.toContain('<!channel>')
      const unknown = view.blocks
        .map((block) => JSON.stringify(block))
        .filter((text) => text.includes('2027'))
      // The 13 days of the law are China's alone.
      expect(unknown.map((text) => text.includes('13'))).toEqual([true, false])
    }
    const messages = [
      ...[null, HOSTILE.repeat(10)].map((teamName) =>
        renderSetupInvitation(
          { kind: 'setup-invitation', channelId: 'C1', teamName, gone: false },
          BOT.translator(locale),
        ),
      ),
      renderTeamIntroduction(
        {
          kind: 'team-introduction',
          checkinName: '',
          teamName: HOSTILE.repeat(10),
          managerUserId: 'U1',
          memberCount: 0,
          promptTime: '23:30',
          closeTime: '01:30',
          zoneRule: 'team',
        },
        BOT.translator(locale),
      ),
      ...HANDS.map((hands) => renderTeamHandedOver(hands, BOT.translator(locale))),
    ]
    for (const message of messages) {
      expect(checkMessage(message)).toEqual([])
      expect(JSON.stringify(message)).not.toContain('<!channel>')
    }
  })
})

describe('what is changed', () => {
  const of = facts()
  const opened = stateOf(setupView(of, initialInput(of), true, t))

  test('is read, field by field', () => {
    const choose = (value: string) => ({ selected_option: { value } })
    const state = filled(opened, {
      name: { value: '  华东销售 ' },
      members: { selected_users: ['ULI', 'ULI', 'UMAX'] },
      role: choose('analyst'),
      prompt: { selected_time: '08:45' },
      close: choose('90'),
      days: { selected_options: [5, 1, 2, 3, 4].map((day) => ({ value: String(day) })) },
      alternate: choose('2026-12-05'),
      country: choose('CN'),
      'zone-rule': choose('team'),
      locale: choose('zh-TW'),
      zone: choose('Asia/Shanghai'),
      'numbers-day': choose('same'),
      remind: choose('15'),
      measure: choose('metric:newRevenue'),
      'board-names': choose('none'),
      'okr-view': choose('yes'),
      'hours-from': { selected_time: '08:30' },
      'hours-to': { selected_time: '17:45' },
      delegate: { selected_user: 'UDAN' },
      currency: choose('CNY'),
    })
    expect(readSetup(state, of, t)).toEqual({
      ok: true,
      value: {
        settings: testSettings(OTHERWISE),
        parentTeamId: null,
        managerUserId: 'UMANAGER',
        delegateUserId: 'UDAN',
        memberUserIds: ['ULI', 'UMAX'],
        role: 'analyst',
        currency: 'CNY',
        sharedConfirmed: false,
      },
    })
  })

  test('comes through the switch to more options and back', () => {
    const short = setupView(of, initialInput(of), false, t)
    const typed = filled(stateOf(short), { name: { value: 'South' }, prompt: { selected_time: '10:15' } })
    const long = setupView(of, readDraft(typed, of), true, t)
    const zoned = filled(stateOf(long), { zone: { selected_option: { value: 'Asia/Taipei' } } })
    expect(readDraft(zoned, of).settings).toMatchObject({
      name: 'South',
      promptTime: '10:15',
      zone: 'Asia/Taipei',
    })
  })

  test.each([
    ['an empty name', { name: { value: ' \u200b ' } }, 'name'],
    ['nobody', { members: { selected_users: [] } }, 'members'],
    ['no working day', { days: { selected_options: [] } }, 'days'],
    ['no time', { prompt: { selected_time: null } }, 'prompt'],
  ])('is refused at its field: %s', (_, changes, blockId) => {
    const read = readSetup(filled(opened, changes), of, t)
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual([blockId])
  })

  test.each([
    ['a country', 'country', 'selected_option', { value: 'ZZ' }],
    ['a zone', 'zone', 'selected_option', { value: 'Mars/Olympus' }],
    ['an offset for a zone', 'zone', 'selected_option', { value: '+25:00' }],
    ['a role', 'role', 'selected_option', { value: '__proto__' }],
    ['a duration', 'close', 'selected_option', { value: '100000' }],
    ['a measure', 'measure', 'selected_option', { value: 'metric:evil' }],
    ['a language', 'locale', 'selected_option', { value: 'xx' }],
    ['a currency', 'currency', 'selected_option', { value: 'BTC' }],
  ])('%s that nobody offered stays as it was', (_, blockId, part, value) => {
    expect(readDraft(filled(opened, { [blockId]: { [part]: value } }), of)).toEqual(initialInput(of))
  })

  test('the board ranks by weights that together are exactly 100', () => {
    const weighing = (value: string) =>
      readSetup(
        filled(opened, { measure: { selected_option: { value: 'weighted' } }, weights: { value } }),
        of,
        t,
      )
    const names = [...new Set(of.rankable.map(({ metric }) => metric.key))]
    const label = (key: string) => metricName(of.rankable.find(({ metric }) => metric.key === key)!.metric, t)
    const [one, other] = [label(names[0]!), label(names[1]!)]
    const read = weighing(`${one} 30, ${other} 70`)
    expect(read.ok && read.value.settings.measure).toEqual({
      kind: 'weighted',
      weights: [
        { metric: names[0], weight: 30 },
        { metric: names[1], weight: 70 },
      ],
    })
    for (const wrong of ['', `${one} 30`, `${one} 60, ${other} 60`, `${one} 50, ${one} 50`, 'golf 100'])
      expect(Object.keys((weighing(wrong) as { errors: object }).errors)).toEqual(['weights'])
  })

  test('days and times that do not exist are rejected', () => {
    const state = filled(opened, {
      days: { selected_options: [{ value: '0' }, { value: '8' }, { value: 'x' }] },
      prompt: { selected_time: '25:00' },
    })
    const read = readSetup(state, of, t)
    expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual(['days', 'prompt'])
  })

  test.each([
    ['18:00', '09:00'],
    ['09:00', '09:00'],
  ])('working hours from %s until %s are refused at the field', (from, to) => {
    const state = filled(opened, { 'hours-from': { selected_time: from }, 'hours-to': { selected_time: to } })
    expect(readSetup(state, of, t)).toEqual({ ok: false, errors: { 'hours-to': t('setup.hoursBackwards') } })
  })

  test('the delegate can be taken away again', () => {
    const existing = facts({ teamId: TEAM_ID, delegateUserId: 'UDAN' })
    const state = stateOf(setupView(existing, initialInput(existing), true, t))
    expect(readDraft(state, existing).delegateUserId).toBe('UDAN')
    const cleared = filled(state, { delegate: { selected_user: null } })
    expect(readDraft(cleared, existing).delegateUserId).toBeNull()
    const short = stateOf(setupView(existing, initialInput(existing), false, t))
    expect(readDraft(short, existing).delegateUserId).toBe('UDAN')
  })

  test('hands the team on, once there is one', () => {
    const existing = facts({ teamId: TEAM_ID })
    const state = stateOf(setupView(existing, initialInput(existing), true, t))
    const handed = filled(state, { manager: { selected_user: 'UANN' } })
    expect(readDraft(handed, existing).managerUserId).toBe('UANN')
    expect(Object.keys(opened)).not.toContain('manager')
  })

  test('keeps the region of a country, until it is another country', () => {
    const bavaria = facts({ teamId: TEAM_ID }, { holidayCountry: 'DE', holidayRegion: 'BY' })
    const state = stateOf(setupView(bavaria, initialInput(bavaria), false, t))
    expect(readDraft(state, bavaria).settings.holidayRegion).toBe('BY')
    const moved = filled(state, { country: { selected_option: { value: 'AT' } } })
    expect(readDraft(moved, bavaria).settings).toMatchObject({ holidayCountry: 'AT', holidayRegion: null })
  })
})

test('invalid metadata is rejected', () => {
  for (const text of ['', '{}', 'null', '{"channelId":"C1","teamId":"1; drop","more":true}'])
    expect(readSetupMetadata(text), text).toBeNull()
})

test('each refusal is a sentence at a field that the form has', () => {
  const fields = Object.keys(stateOf(setupView(facts(), initialInput(facts()), false, t)))
  const reasons = ['not-allowed', 'already-set-up', 'not-in-channel', 'nobody', 'not-counted'] as const
  for (const locale of LOCALES)
    for (const problem of [
      ...reasons.map((reason) => ({ ok: false, reason }) as const),
      { ok: false, reason: 'unusable', names: [HOSTILE] } as const,
    ]) {
      const errors = setupErrors(problem, false, BOT.translator(locale))
      expect(fields).toEqual(expect.arrayContaining(Object.keys(errors)))
      expect(Object.values(errors).every(Boolean)).toBe(true)
    }
  const lines = ['not-a-manager', 'not-a-delegate', 'not-a-parent', 'no-manager', 'not-your-lines'] as const
  const of = facts({ teamId: TEAM_ID, parents: PARENTS })
  for (const reason of lines) {
    const all = Object.keys(stateOf(setupView(of, initialInput(of), true, t)))
    expect(all).toEqual(expect.arrayContaining(Object.keys(setupErrors({ ok: false, reason }, true, t))))
  }
})
