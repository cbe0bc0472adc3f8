// What a warning says to the rep and to whoever leads them, in every language and state, within Slack's limits.
import { describe, expect, test } from 'vitest'
import { checkMessage } from '../../sandbox/checker/message.ts'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { EPISODE_END_REASONS, type Episode, NOTES } from '../../src/warnings/domain/episode.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import { SIGNALS } from '../../src/warnings/domain/rule-settings.ts'
import type { Evidences } from '../../src/warnings/domain/warning.ts'
import type { WarningView } from '../../src/warnings/domain/warning-view.ts'
import { noRiskView, putOffView, takeOnView } from '../../src/warnings/slack/answer-forms.ts'
import { renderDigest } from '../../src/warnings/slack/digest.ts'
import { ladderText } from '../../src/warnings/slack/ladder-text.ts'
import { listedText } from '../../src/warnings/slack/list-message.ts'
import { renderWarning, renderWarningNote } from '../../src/warnings/slack/warning-message.ts'
import { CALLS, REVENUE, sampleTarget } from '../targets/samples.ts'
import { sampleWarning } from './sample-warning.ts'

const DAY = Temporal.PlainDate.from('2026-03-20')
const AT = Temporal.Instant.from('2026-03-16T08:00:00Z')
const LONG = '<!channel> *b* & '.repeat(40)

const EVIDENCE: Evidences = {
  'behind-pace': { pace: 0.6, target: 200, expected: 100.4, counted: 60, elapsed: 10, days: 22 },
  'forecast-miss': { target: 200, forecast: { low: 100, total: 120.4, high: 150 }, middle: 0.6, best: 0.75 },
  silence: { days: 2, since: DAY },
  trend: { worse: 2, course: [40, 30, 20.5].map((value, weeks) => ({ from: DAY.add({ weeks }), value })) },
  threshold: { value: 30, below: null, limit: 40, back: 41 },
  'funnel-leak': { entered: 90, converted: 18, benchmark: 0.45, share: 0.2, upper: 0.294, short: 0.25 },
  overspend: { spent: 120, expected: 100.4, over: 0.2, elapsed: 4 },
  'item-overdue': { items: 3, days: 4, dueOn: DAY },
  'raised-by-hand': {
    ...{ probability: 4, impact: 5, score: 20, text: LONG, customer: LONG, expectedOn: DAY },
    ...{ raisedBy: 'U-ben', ratedBy: 'U-ben' },
  },
}
const SIGNALS_SAID = Object.keys(EVIDENCE) as (keyof Evidences)[]

/** About no number where the signal is about none. */
function saidBy(signal: keyof Evidences, own: boolean, episode: Partial<Episode> = {}): WarningView {
  const { warning, metric, ...more } = view(episode, { own })
  const of = SIGNALS[signal].needsMetric ? metric : null
  const about = { signal, evidence: EVIDENCE[signal], metricKey: of?.key ?? '' }
  return { ...more, metric: of, warning: { ...warning, ...about } }
}

const view = (episode: Partial<Episode> = {}, more: Partial<WarningView> = {}): WarningView => ({
  warning: sampleWarning(
    { workspaceId: 'T1', teamId: crypto.randomUUID(), memberId: crypto.randomUUID() },
    { told: ['U-ben', 'U-boss'], ...episode },
  ),
  team: { teamName: 'North', channelId: 'C1', managerUserId: 'U-boss' },
  zone: 'Europe/Berlin',
  ...{ metric: CALLS, repUserId: 'U-ben', name: 'Ben Hartmann', own: false, target: null },
  can: { takeOn: true, close: true },
  ...more,
})
const promise = { by: 'U-boss', at: AT, level: 'red', action: LONG, until: DAY } as const
const STATES: Record<string, Partial<Episode>> = {
  open: {},
  acknowledged: { state: 'acknowledged', acknowledgement: promise },
  done: { state: 'acknowledged', acknowledgement: { ...promise, done: true } },
  'not kept': { acknowledgement: promise },
  snoozed: { state: 'snoozed', snooze: promise },
  'behind a more urgent one': { silenced: true },
  'about to go up': { nextAt: AT },
  ...Object.fromEntries(
    EPISODE_END_REASONS.map((reason) => [
      reason,
      { state: 'resolved', resolved: { at: AT, reason, by: 'U-boss', note: LONG } },
    ]),
  ),
}

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)
  test.each(Object.keys(STATES))('%s, for the rep and for the manager', (state) => {
    for (const own of [true, false])
      for (const level of ['blue', 'yellow', 'red'] as const) {
        const message = renderWarning(view({ ...STATES[state], level }, { own }), t)
        expect(checkMessage(message)).toEqual([])
        expect(JSON.stringify(message)).not.toContain('<!channel>')
      }
  })
  test.each(NOTES)('the note: %s', (note) => {
    const of = note === 'resolved' ? STATES.recovered! : STATES['not kept']!
    for (const own of [true, false]) {
      const message = renderWarningNote({ ...view(of, { own }), note }, t)
      expect(checkMessage(message)).toEqual([])
      expect(message.text).not.toBe('')
    }
  })
  test.each(SIGNALS_SAID)('%s says what was seen, what would help, and how it ended', (signal) => {
    for (const own of [true, false]) {
      const open = renderWarning(saidBy(signal, own), t)
      const over = renderWarning(saidBy(signal, own, STATES.recovered!), t)
      for (const message of [open, over]) expect(checkMessage(message)).toEqual([])
      expect(open.text).not.toEqual(over.text)
      expect(`${open.text}${over.text}`).not.toMatch(/undefined|null|NaN|[{}]/)
      for (const note of NOTES) {
        const told = renderWarningNote(
          { ...saidBy(signal, own, note === 'resolved' ? STATES.recovered! : STATES['not kept']!), note },
          t,
        )
        expect(checkMessage(told)).toEqual([])
        expect(told.text).not.toMatch(/undefined|null|NaN|[{}]/)
      }
    }
  })
  test.each([true, false])(
    'who may not see it any more keeps one line without a button (left: %s)',
    (left) => {
      const lost = { left, team: { teamName: LONG, channelId: 'C1', managerUserId: 'U-next' } }
      const message = renderWarning(lost, t)
      expect(checkMessage(message)).toEqual([])
      expect(JSON.stringify(message)).not.toMatch(/<!channel>|"button"/)
      if (!left) expect(message.text).toContain('<@U-next>')
      const digest = renderDigest({ open: [], over: [], zone: 'UTC' }, t)
      expect(digest.text).toBe(t('digest.notYours'))
      expect(JSON.stringify(digest)).not.toContain('"button"')
    },
  )
  test('the forms', () => {
    const can = { ok: true, warning: view().warning, zone: 'UTC', startsAt: '09:00', today: DAY } as const
    const days = { first: DAY.add({ days: 3 }), suggested: DAY.add({ days: 5 }), last: DAY.add({ days: 10 }) }
    for (const form of [takeOnView, putOffView, noRiskView])
      expect(checkView(form({ ...can, days }, false, t))).toEqual([])
  })
})

test.each<[keyof Evidences, boolean, string]>([
  ['trend', true, '20 more a working day would be as in the week of Fri, Mar 20. Look at what'],
  ['trend', false, '20 more a working day would be as in the week of Fri, Mar 20. Ask what'],
  ['funnel-leak', true, 'At 45% it would be 41. Take the last 5 that did not go on'],
  ['funnel-leak', false, 'look at the last 5 that did not go on together'],
  ['silence', true, 'the 2 days before need no catching up'],
  ['silence', false, 'After 2 days a call says more'],
  ['threshold', true, '11 more, and it is back within the limit'],
])('%s names the person’s own numbers in what would help (own: %s)', (signal, own, said) => {
  const t = BOT.translator('en')
  expect(renderWarning(saidBy(signal, own), t).text).toContain(said)
})

test('the rep is addressed, the manager reads the name; an early sign is private', () => {
  const t = BOT.translator('en')
  const own = renderWarning(view({ level: 'blue', told: ['U-ben'] }, { own: true }), t).text
  expect(own).toContain('sent to you alone')
  expect(own).not.toContain('Ben')
  expect(renderWarning(view(), t).text).toContain('Urgent: Ben Hartmann')
})

test('of a number it says until the end of which month somebody is on leave; what has no month is ended by long leave', () => {
  const t = BOT.translator('en')
  const said = (signal: keyof Evidences) => renderWarning(saidBy(signal, false, STATES['on-leave']!), t).text
  expect(said('behind-pace')).toContain('on leave until the end of March')
  for (const signal of ['silence', 'trend', 'item-overdue'] as const)
    expect(said(signal)).toContain('on leave for four weeks or longer')
})

test.each(SIGNALS_SAID)(
  '%s: what is not measured any more has lost its target only where there was one',
  (signal) => {
    const t = BOT.translator('en')
    const said = (of: WarningView) => renderWarning(of, t).text
    const over = saidBy(signal, false, STATES['nothing-to-measure']!)
    const isOfTarget = ['behind-pace', 'forecast-miss', 'overspend'].includes(signal)
    expect(said(over)).toContain(isOfTarget ? 'no target any more' : 'no longer measured')
    if (over.metric)
      expect(said({ ...over, metric: { ...over.metric, retiredAt: AT } })).toContain('no longer measured')
  },
)

test('no line begins with a small letter, in the message and in the list, whatever the signal and state', () => {
  const t = BOT.translator('en')
  const lines = SIGNALS_SAID.flatMap((signal) =>
    Object.values(STATES).flatMap((state) =>
      [true, false].flatMap((own) => {
        const said = saidBy(signal, own, state)
        const listed = [true, false].map((isMixed) => listedText(said, { zone: 'UTC', isMixed }, t))
        return [renderWarning(said, t).text, ...listed].flatMap((text) => text.split('\n'))
      }),
    ),
  )
  expect(lines.filter((line) => /^[a-z]/.test(line.replace(/^• /, '')))).toEqual([])
})

test('until when it waits is said by the reader’s clock', () => {
  const t = BOT.translator('en')
  const said = renderWarning(view({ nextAt: AT }, { readerZone: 'America/New_York' }), t).text
  expect(said).toContain('by Mon, Mar 16, 4:00')
})

test('where nobody leads above it does not go up, and nothing says so', () => {
  const t = BOT.translator('en')
  const said = (director: boolean) => {
    const above = { director, lastResort: director }
    return renderWarning(view({ nextAt: AT }, { above }), t).text
  }
  expect(said(true)).toContain('it goes one step up')
  expect(said(false)).toContain('you will be reminded')
  expect(said(false)).not.toContain('step up')
  const can = { ok: true, warning: view().warning, zone: 'UTC', startsAt: '09:00', today: DAY } as const
  const form = (goesUp: boolean) =>
    JSON.stringify(takeOnView({ ...can, days: { first: DAY, suggested: DAY, last: DAY } }, false, t, goesUp))
  expect(form(true)).toContain('one step further up')
  expect(form(false)).not.toContain('further up')
  expect(ladderText('red', DEFAULT_PROCEDURE, t)).toMatch(/the director; .*the owner of last resort/)
  const alone = ladderText('red', DEFAULT_PROCEDURE, t, { director: false, lastResort: false })
  expect(alone).toContain('a reminder to the manager')
  expect(alone).not.toMatch(/director|last resort/)
})

test('the manager reads until when it waits, and the rep does not', () => {
  const t = BOT.translator('en')
  expect(renderWarning(view({ nextAt: AT }), t).text).toContain('If nobody is on it by Mon, Mar 16, 9:00')
  for (const of of [
    view({ nextAt: AT }, { own: true }),
    view({ nextAt: AT, step: 1 }),
    view({ nextAt: null }),
  ])
    expect(renderWarning(of, t).text).not.toContain('If nobody is on it')
})

test.each([
  ['en', 'Nobody is on it yet. It has reached <@U-director>, too.', 'Nobody is on it yet.'],
  ['zh-CN', '还没有人跟进，也已通知 <@U-director>。', '还没有人跟进。'],
  ['zh-TW', '還沒有人跟進，也已通知 <@U-director>。', '還沒有人跟進。'],
] as const)('after a step up it says whom it has reached (%s)', (locale, reached, nobody) => {
  const t = BOT.translator(locale)
  const said = (of: Partial<WarningView>) => renderWarning(view({ step: 1 }, of), t).text
  expect(said({ reached: 'U-director' })).toContain(reached)
  expect(said({})).toContain(nobody)
})

const buttonsIn = ({ blocks }: { blocks?: readonly object[] | undefined }) =>
  JSON.stringify(blocks).match(/warnings\.[a-z-]+/g) ?? []

test('behind a more urgent one about the same number it says so, and leaves the answer to that one', () => {
  const message = renderWarning(view({ silenced: true }), BOT.translator('en'))
  expect(message.text).toContain('more urgent')
  expect(buttonsIn(message)).toEqual(['warnings.details'])
})

test('a note has the buttons to act; one about the end has none', () => {
  const t = BOT.translator('en')
  for (const note of NOTES.filter((one) => one !== 'resolved'))
    expect(buttonsIn(renderWarningNote({ ...view(), note }, t))).toEqual([
      'warnings.take-on',
      'warnings.details',
    ])
  const over = renderWarningNote({ ...view(STATES.recovered!), note: 'resolved' }, t)
  expect(buttonsIn(over)).toEqual([])
  expect(over.text).toContain('Over: Ben Hartmann, calls')
})

test.each([
  { locale: 'en', calls: 'calls a day' },
  { locale: 'zh-CN', calls: '每天电话量约' },
  { locale: 'zh-TW', calls: '每天電話數約' },
] as const)(
  'what a day takes is named in $locale; of money the currency says enough',
  ({ locale, calls }) => {
    const t = BOT.translator(locale)
    const said = (metric: Metric, own: boolean) =>
      renderWarning(view({}, { own, metric, target: sampleTarget({ metric, actual: 40 }) }), t).text
    for (const own of [true, false]) {
      expect(said(CALLS, own)).toContain(calls)
      expect(said(REVENUE, own)).toMatch(/€[\d,]+ a day|每天[约約] €|每天[约約] ?EUR/)
    }
  },
)

test('whoever is stuck reads first what would help, and so does the manager; not once it is over', () => {
  const t = BOT.translator('en')
  const blocked = { count: 2, since: Temporal.PlainDate.from('2026-03-16') }
  const said = (own: boolean, state: Partial<Episode> = {}) =>
    renderWarning(view(state, { own, blocked }), t).text
  expect(said(true)).toContain('2 blockers of yours are open since Mon, Mar 16 without help: who could help?')
  expect(said(false)).toContain('2 blockers are open since Mon, Mar 16')
  expect(said(true, STATES.recovered!)).not.toContain('blocker')
})
