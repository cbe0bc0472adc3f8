// `/kpi rates`: admins set the rates of a fiscal year, what looks wrong is asked about, and nothing of the past is rewritten.
import { desc } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { checkView } from '../../sandbox/checker/view.ts'
import { BOT } from '../../src/app/features.ts'
import { LOCALES } from '../../src/core/i18n/locale.ts'
import { metrics } from '../../src/numbers/db/metrics.sql.ts'
import { planRatesOn } from '../../src/numbers/db/plan-rates.ts'
import { CURRENCIES } from '../../src/numbers/domain/currency.ts'
import {
  loadRates,
  type RatesFacts,
  setPlanRates,
  type TypedRates,
} from '../../src/numbers/flows/set-plan-rates.ts'
import {
  ratesSavedView,
  ratesText,
  ratesView,
  readRatesMetadata,
  readTypedRates,
} from '../../src/numbers/slack/rates-form.ts'
import { auditEvents } from '../../src/org/audit/db/audit.sql.ts'
import { saveFiscalYearStart } from '../../src/org/db/fiscal-year.ts'
import { type TestContext, testContext, testPerson } from '../support/context.ts'
import { usesDatabase } from '../support/database.ts'
import { filled, stateOf } from '../support/form-state.ts'
import { type SmallTeam, smallTeam } from './small-team.ts'

const date = Temporal.PlainDate.from
const rate = (typed: number) => Math.round(typed * 1e10)
const THIS_YEAR = { yearFrom: date('2026-01-01'), reporting: 'USD' }
const t = BOT.translator('en')

const database = usesDatabase()
let context: TestContext
let berlin: SmallTeam
/** Berlin counts money in euros, Boston in dollars, Tokyo in yen. */
beforeEach(async () => {
  context = testContext(database.db, '2026-03-02T07:00:00Z')
  berlin = await smallTeam(database.db, [{ name: 'Ada' }])
  const { workspaceId } = berlin
  for (const currency of ['USD', 'JPY']) {
    const { teamId } = await smallTeam(database.db, [], { workspaceId })
    const adopted = { workspaceId, teamId, metricKey: 'deals', currency, decimals: 2 }
    await database.db.insert(metrics).values(adopted)
  }
})

const admin = () => testPerson(berlin.workspaceId, 'UADMIN', { isAdmin: true })
const typed = (rates: Record<string, string>, meant: Record<string, number> = {}): TypedRates =>
  Object.fromEntries(
    Object.entries(rates).map(([key, text]) => [key, { typed: text, meant: meant[key] ?? null }]),
  )
const set = (
  rates: Record<string, string>,
  meant: Record<string, number> = {},
  who = admin(),
  wish = THIS_YEAR,
) => setPlanRates(context, who, wish, typed(rates, meant))
const on = (day: string) => planRatesOn(database.db, berlin.workspaceId, date(day))

describe('an admin', () => {
  test('sees every currency that a team counts in, and what is usual for it', async () => {
    const facts = await loadRates(context, admin(), { reporting: 'USD' })
    expect(facts).toMatchObject({
      mayChange: true,
      reporting: 'USD',
      currencies: ['EUR', 'JPY'],
      current: null,
    })
    expect(facts.usual.EUR).toBe(rate(1.16))
    expect(facts.years.map(({ from }) => from.toString())).toEqual(['2026-01-01', '2027-01-01'])
  })

  test('sets rates from the first day of the year; empty fields have none', async () => {
    expect(await set({ EUR: '1.1', JPY: '' })).toMatchObject({ ok: true })
    expect(await on('2026-01-01')).toMatchObject({ version: 1, reporting: 'USD', rates: { EUR: rate(1.1) } })
    expect(await on('2025-12-31')).toBeNull()
  })

  test('is asked about a rate that looks the wrong way round, and may keep it', async () => {
    const asked = await set({ EUR: '0.9', JPY: '150' })
    expect(asked).toMatchObject({
      reason: 'unclear',
      questions: { EUR: [rate(1.11111), rate(0.9)], JPY: [rate(0.00666667), rate(150)] },
    })
    expect(await on('2026-03-02')).toBeNull()
    const meant = { EUR: rate(0.9), JPY: rate(0.00666667) }
    expect(await set({ EUR: '0.9', JPY: '150' }, meant)).toMatchObject({ ok: true })
    expect((await on('2026-03-02'))?.rates).toEqual(meant)
  })

  test('cannot choose what was not asked', async () => {
    expect(await set({ EUR: '0.9' }, { EUR: rate(5) })).toMatchObject({ reason: 'unclear' })
  })

  test('is told at the field what is no rate, and nothing is saved', async () => {
    const refused = await set({ EUR: '0', JPY: 'many' })
    expect(refused).toMatchObject({ reason: 'typed', problems: { EUR: 'not-positive', JPY: 'not-a-number' } })
    expect(await on('2026-03-02')).toBeNull()
  })

  test('changes a rate from today on; the same again is no change', async () => {
    await set({ EUR: '1.1' })
    context.moveTo('2026-06-10T07:00:00Z')
    await set({ EUR: '1.2' })
    await set({ EUR: '1.20' })
    expect(await on('2026-06-09')).toMatchObject({ version: 1, rates: { EUR: rate(1.1) } })
    expect(await on('2026-06-10')).toMatchObject({ version: 2, rates: { EUR: rate(1.2) } })
    const events = await database.db.select().from(auditEvents).orderBy(desc(auditEvents.eventId))
    const own = events.filter(({ workspaceId }) => workspaceId === berlin.workspaceId)
    expect(own.map(({ kind, after }) => [kind, after])).toEqual([
      ['plan-rates-set', { year: '2026-01-01', reporting: 'USD', rates: { EUR: rate(1.2) } }],
      ['plan-rates-set', { year: '2026-01-01', reporting: 'USD', rates: { EUR: rate(1.1) } }],
    ])
  })

  test('is asked by the rates of the year before, not by what is usual', async () => {
    await set({ EUR: '0.9' }, { EUR: rate(0.9) })
    const next = { ...THIS_YEAR, yearFrom: date('2027-01-01') }
    expect(await set({ EUR: '0.92' }, {}, admin(), next)).toMatchObject({ ok: true })
    expect(await set({ EUR: '1.09' }, {}, admin(), next)).toMatchObject({ reason: 'unclear' })
  })

  test('sets those of a fiscal year that starts in April', async () => {
    await saveFiscalYearStart(database.db, berlin.workspaceId, 4)
    const facts = await loadRates(context, admin(), {})
    expect(facts.year.from.toString()).toBe('2025-04-01')
    await set({ EUR: '1.1' }, {}, admin(), { yearFrom: date('2026-04-01'), reporting: 'USD' })
    expect(await on('2026-03-31')).toBeNull()
    expect((await on('2026-04-01'))?.rates).toEqual({ EUR: rate(1.1) })
  })
})

describe('whoever is no admin', () => {
  test.each([
    ['a manager', {}],
    ['a guest', { isGuest: true, isAdmin: true }],
    ['somebody deactivated', { deactivated: true, isAdmin: true }],
  ])('%s reads the rates and cannot set them', async (_, more) => {
    await set({ EUR: '1.1' })
    const who = testPerson(berlin.workspaceId, 'UBOSS', more)
    const loaded = await loadRates(context, who, {})
    expect(loaded.mayChange).toBe(false)
    expect(ratesText(loaded, t)).toContain('1 EUR = 1.1 USD')
    expect(await set({ EUR: '1.2' }, {}, who)).toEqual({ ok: false, reason: 'not-allowed' })
    expect(await on('2026-03-02')).toMatchObject({ version: 1 })
  })

  test('an admin of another workspace sets nothing here', async () => {
    const other = await smallTeam(database.db, [])
    await set({ EUR: '1.1' }, {}, testPerson(other.workspaceId, 'UADMIN', { isAdmin: true }))
    expect(await on('2026-03-02')).toBeNull()
  })
})

describe.each(LOCALES)('the form in %s', (locale) => {
  const words = BOT.translator(locale)
  const year = { from: date('2026-04-01'), to: date('2027-03-31') }
  const all: RatesFacts = {
    ...{ years: [year, { from: date('2027-04-01'), to: date('2028-03-31') }], year, reporting: 'USD' },
    currencies: CURRENCIES.filter((one) => one !== 'USD'),
    current: null,
    usual: Object.fromEntries(CURRENCIES.map((one) => [one, rate(0.00000123)])),
  }
  const questions = Object.fromEntries(CURRENCIES.map((one) => [one, [rate(90_000), rate(0.0000111111)]]))

  test('fits with all currencies, all asked about, and with a single one', () => {
    for (const view of [
      ratesView(all, words),
      ratesView(all, words, { typed: typed({ EUR: '0.9' }), questions }),
      ratesView({ ...all, currencies: [] }, words),
      ratesSavedView(all, words),
      ratesSavedView(
        {
          ...all,
          current: { ...THIS_YEAR, version: 1, effectiveFrom: year.from, rates: all.usual as never },
        },
        words,
      ),
    ])
      expect(checkView(view)).toEqual([])
  })

  test('is read as it was filled in', () => {
    const view = ratesView(all, words, {
      typed: typed({ EUR: '0.9' }),
      questions: { EUR: [rate(1.11), rate(0.9)] },
    })
    const wish = readRatesMetadata(view.private_metadata!)!
    expect(wish).toEqual({ yearFrom: year.from, reporting: 'USD' })
    const chosen = { selected_option: { value: String(rate(0.9)) } }
    const state = filled(stateOf(view), { 'meant:rate:EUR:2026-04-01:USD': chosen })
    expect(readTypedRates(state, wish).EUR).toEqual({ typed: '0.9', meant: rate(0.9) })
    expect(readTypedRates(state, wish).JPY).toEqual({ typed: '', meant: null })
  })
})
