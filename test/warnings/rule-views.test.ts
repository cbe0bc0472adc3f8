// The list of rules and their forms in every language, within Slack's limits, with the longest that a team can have.
import { describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import type { Metric } from '../../src/numbers/domain/metrics.ts'
import { presetFor } from '../../src/numbers/domain/presets.ts'
import type { FormState } from '../../src/slack/requests.ts'
import { defaultRules } from '../../src/warnings/domain/default-rules.ts'
import { DEFAULT_PROCEDURE } from '../../src/warnings/domain/procedure.ts'
import { choicesOf } from '../../src/warnings/domain/procedure-choices.ts'
import { MAX_RULES } from '../../src/warnings/domain/rule-choices.ts'
import { readRuleDraft } from '../../src/warnings/domain/rule-draft.ts'
import type { Signal } from '../../src/warnings/domain/rule-settings.ts'
import type { Rule } from '../../src/warnings/domain/warning.ts'
import type { RulesFacts } from '../../src/warnings/flows/load-rules.ts'
import { chosenView, procedureView, readChoices } from '../../src/warnings/slack/procedure-form.ts'
import { choicesView, newRule } from '../../src/warnings/slack/rule-choices-form.ts'
import { readRule, ruleErrors, ruleView } from '../../src/warnings/slack/rule-form.ts'
import { rulesView } from '../../src/warnings/slack/rules-list.ts'
import { day } from '../checkins/standup/team.ts'

const HOSTILE = `<!channel> *b* & <https://evil.example|x>\u202e${'长'.repeat(60)}`
const hunter = presetFor('hunter', 'CNY')
const METRICS = new Map<string, Metric>(
  hunter.map((metric) => [metric.key, metric.key === 'proposals' ? { ...metric, label: HOSTILE } : metric]),
)
const TEAM = crypto.randomUUID()
const RULES: Rule[] = defaultRules(['hunter']).map(({ signal, metric, settings }) => ({
  ...{ workspaceId: 'T1', teamId: TEAM, ruleId: crypto.randomUUID(), signal, metricKey: metric, settings },
  ...{
    preset: metric ? `${signal} ${metric}` : signal,
    procedure: DEFAULT_PROCEDURE,
    muted: [],
    active: true,
  },
}))
const LIMIT: Rule = {
  ...{
    ...RULES[0]!,
    ruleId: crypto.randomUUID(),
    signal: 'threshold',
    metricKey: 'newRevenue',
    preset: null,
  },
  settings: { sign: '<=', levels: { yellow: 500_000, red: 300_000 }, clearBy: 1, leastDays: 10, mornings: 2 },
  muted: [
    { from: day('2026-12-11'), to: day('2026-12-11') },
    { from: day('2026-12-24'), to: day('2027-01-03') },
  ],
}
const facts = (more: Partial<RulesFacts> = {}): RulesFacts => ({
  ...{ teamName: HOSTILE, channelId: 'C1', managerUserId: 'U1', teamId: TEAM, rules: [...RULES, LIMIT] },
  targeted: new Set(['calls']),
  ...{ metrics: METRICS, procedure: DEFAULT_PROCEDURE, hours: { from: '09:00', to: '18:00' } },
  ...{
    delegateUserId: 'U2',
    lastResortUserId: 'U3',
    dates: { today: day('2026-12-01'), locale: 'en', weekStartsOn: 1 },
    above: { director: true, lastResort: true },
    mayChange: true,
  },
  ...more,
})
const wordsOf = (view: object) => JSON.stringify(view)
/** What a form sends where nobody touches it. */
function untouched(view: { blocks: readonly object[] }): FormState {
  const state: Record<string, Record<string, object>> = {}
  for (const block of view.blocks as { block_id?: string; element?: Record<string, unknown> }[]) {
    const { block_id: blockId, element } = block
    if (!blockId || !element) continue
    const { initial_value: value, initial_option: selected_option, action_id: id } = element
    state[blockId] = { [String(id)]: { type: String(element.type), value: value ?? null, selected_option } }
  }
  return state as unknown as FormState
}

describe.each(LOCALES)('%s', (locale) => {
  const t = BOT.translator(locale)

  test('the list, for whoever leads and for members, with as many rules as there can be', () => {
    const many = Array.from({ length: MAX_RULES }, () => ({ ...LIMIT, metricKey: 'proposals' }))
    for (const of of [facts(), facts({ rules: many }), facts({ delegateUserId: null, rules: [] })])
      for (const mayChange of [true, false]) {
        const view = rulesView({ ...of, mayChange }, t, mayChange ? t('rules.savedOff') : undefined)
        expect(checkView({ ...view })).toEqual([])
        expect(wordsOf(view)).not.toMatch(/<!channel>|<https|undefined|NaN|[{]count|[{]limits/)
        expect(wordsOf(view).includes('warnings.rule-edit')).toBe(mayChange && of.rules.length > 0)
      }
  })

  test('what waits for a target is said to be quiet, and nothing else is', () => {
    const watching = (signal: Signal, metricKey: string | null) =>
      wordsOf(rulesView(facts({ rules: [{ ...LIMIT, signal, metricKey }] }), t)).includes(t('rules.noTarget'))
    for (const signal of ['behind-pace', 'forecast-miss', 'overspend'] as const) {
      expect(watching(signal, 'newRevenue')).toBe(true)
      expect(watching(signal, 'calls')).toBe(false)
    }
    for (const signal of ['threshold', 'trend', 'funnel-leak'] as const)
      expect(watching(signal, 'newRevenue')).toBe(false)
    expect(watching('silence', null)).toBe(false)
  })

  test('the form of each rule, of a new one, and the choice of what to watch', () => {
    for (const rule of [...RULES, LIMIT]) expect(checkView({ ...ruleView(rule, facts(), t) })).toEqual([])
    const view = choicesView(facts(), t)!
    expect(checkView({ ...view })).toEqual([])
    const choice = {
      signal: 'threshold',
      metric: METRICS.get('calls')!,
      ruleId: crypto.randomUUID(),
    } as const
    expect(checkView({ ...ruleView(newRule(facts(), 'T1', choice), facts(), t, true) })).toEqual([])
  })

  test('a form that is saved untouched leaves the rule as it is', () => {
    for (const rule of [...RULES, LIMIT, { ...LIMIT, active: false }]) {
      const { signal, settings, muted, active, metricKey } = rule
      const metric = METRICS.get(metricKey ?? '') ?? null
      const typed = readRule(untouched(ruleView(rule, facts(), t)))
      const read = readRuleDraft(typed, { signal, metric, dates: { ...facts().dates, locale } })
      const said = read.ok && {
        ...read.wish,
        muted: String(read.wish.muted.map(({ from, to }) => `${from} ${to}`)),
      }
      expect(said).toEqual({ settings, muted: String(muted.map(({ from, to }) => `${from} ${to}`)), active })
    }
  })

  test('each problem is a sentence at its field', () => {
    const metric = METRICS.get('newRevenue')!
    const [one, other] = [
      { span: 'day', from: day('2026-03-04'), to: day('2026-03-04'), part: 'whole', bare: false },
      { span: 'day', from: day('2026-04-03'), to: day('2026-04-03'), part: 'whole', bare: false },
    ] as const
    const reasons = [
      'no-date',
      'no-such-date',
      'ends-before-start',
      'half-of-range',
      'several',
      'not-one-day',
    ] as const
    const problems = [
      ...[{ kind: 'no-limit' }, { kind: 'not-a-number' }, { kind: 'nearer' }, { kind: 'over' }],
      ...[
        { kind: 'outside', least: 0, most: 100 },
        { kind: 'unclear', readings: [3_500_000, 350] },
      ],
      { kind: 'dates', problem: { ok: false, reason: 'ambiguous', readings: [one, other] } },
      ...reasons.map((reason) => ({ kind: 'dates', problem: { reason } })),
    ] as const
    for (const problem of problems) {
      const said = ruleErrors({ red: problem as never }, metric, t)
      expect(said.red).toMatch(/\S{2}/)
      expect(said.red).not.toMatch(/[{}]|undefined/)
    }
  })

  test('the procedure, with its preview for every level', () => {
    const rep = { tell: 'rep', answer: 'none', repeats: 'none', lastResort: false } as const
    for (const view of [
      procedureView(facts(), t),
      chosenView(facts(), { blue: rep, yellow: rep, red: rep }, t),
    ]) {
      expect(checkView({ ...view })).toEqual([])
      expect(wordsOf(view)).not.toMatch(/<!channel>|undefined|[{]within/)
    }
  })
})

test('a choice in a menu changes what stands above it, and what is not shown stays chosen', () => {
  const t = BOT.translator('en')
  const before = choicesOf(DEFAULT_PROCEDURE)
  const chosen = (level: string, part: string, value: string): FormState => ({
    [level]: {
      [`warnings.procedure-choose#${level} ${part}`]: { type: 'static_select', selected_option: { value } },
    },
  })
  const rep = readChoices(chosen('red', 'tell', 'rep'), before)
  expect(wordsOf(chosenView(facts(), rep, t))).toContain('Urgent: the rep alone.')
  const both = readChoices(chosen('red', 'tell', 'both'), rep)
  expect(both).toEqual(before)
  const slow = readChoices(chosen('red', 'answer', '1d'), both)
  expect(wordsOf(chosenView(facts(), slow, t))).toContain('within one working day, the director')
  expect(readChoices(chosen('red', 'answer', '77d'), both)).toEqual(before)
})

test('a new limit starts after some working days: what adds up is below every limit at first', () => {
  const choice = { signal: 'threshold', metric: METRICS.get('calls')!, ruleId: crypto.randomUUID() } as const
  expect(newRule(facts(), 'T1', choice).settings).toMatchObject({ levels: {}, leastDays: 5 })
  expect(newRule(facts(), 'T1', { ...choice, signal: 'trend' }).settings.leastDays).toBe(0)
})

test('the list says what matters of each rule', () => {
  const t = BOT.translator('en')
  const words = wordsOf(rulesView(facts(), t)).replaceAll('\u00a0', ' ')
  for (const text of [
    'Calls*: pace :large_blue_circle: &lt; 95% · :large_yellow_circle: &lt; 85% · :red_circle: &lt; 70%',
    'after 5 working days of the month · after 3 mornings in a row · over when 5 points better',
    'working days without one :large_blue_circle: ≥ 1',
    'this month so far :large_yellow_circle: ≤ CN¥5,000 · :red_circle: ≤ CN¥3,000',
    ':no_bell: opens nothing on Fri, Dec 11; Thu, Dec 24 – Sun, Jan 3',
    'quiet until this conversion has a benchmark',
    'only the rep hears of it',
    'Urgent: the rep and the manager at once; if the manager does not take it on within 2 working hours, the director',
  ])
    expect(words).toContain(text)
  expect(wordsOf(rulesView(facts({ rules: [{ ...LIMIT, active: false }] }), t))).toContain('switched off')
  // Mute dates that are over are not shown any more.
  const later = facts({ dates: { today: day('2027-01-04'), locale: 'en', weekStartsOn: 1 } })
  expect(wordsOf(rulesView(later, t))).not.toContain('opens nothing')
})
