// The plan rates of a fiscal year: everybody may see them, admins set them.
import type { Context } from '../../core/context.ts'
import type { Queryable } from '../../core/db/client.ts'
import type { Person } from '../../core/person.ts'
import { localDate } from '../../core/time.ts'
import { recordAudit } from '../../org/audit/flows/record-audit.ts'
import { fiscalYearStart } from '../../org/db/fiscal-year.ts'
import { activeAdmins } from '../../org/db/people.ts'
import { lockWorkspace } from '../../org/db/workspace-settings.ts'
import { fiscalMonths, type Months } from '../../org/domain/fiscal-year.ts'
import { mayChangeWorkspace } from '../../org/domain/org-permissions.ts'
import { asMemberOf, may } from '../../org/domain/permissions.ts'
import type { Entitled } from '../../org/flows/setup-right.ts'
import { currenciesInUse, insertPlanRates, latestPlanRates } from '../db/plan-rates.ts'
import { CURRENCIES } from '../domain/currency.ts'
import { type PlanRates, ratesEffectiveFrom } from '../domain/plan-rates.ts'
import { type RateProblem, readRate } from '../domain/typed-rate.ts'
import { usualRate } from '../domain/usual-rates.ts'

export interface RatesFacts {
  /** This fiscal year and the next. */
  years: readonly Months[]
  year: Months
  reporting: string
  /** Those that need a rate, beside the reporting one. */
  currencies: readonly string[]
  /** Null: the year has none yet. */
  current: PlanRates | null
  /** About what each should be: what the year or the one before has, or else what the currencies are about worth. */
  usual: Readonly<Record<string, number | null>>
}

export interface RatesWish {
  /** The first day of the fiscal year; any other than those offered is taken as this year. */
  yearFrom?: Temporal.PlainDate
  reporting?: string
}

export type LoadedRates = RatesFacts & {
  /** False: for reading only. */
  mayChange: boolean
  /** Whom to ask, of somebody who may not. */
  admins: readonly Entitled[]
}

const MAX_ADMINS = 5

export async function loadRates({ db, clock }: Context, who: Person, wish: RatesWish): Promise<LoadedRates> {
  const today = localDate(clock.now(), who.zone)
  const facts = await loadFacts(db, who, today, wish)
  const mayChange = mayChangeRates(who)
  const admins = mayChange ? [] : await activeAdmins(db, who.workspaceId)
  return { ...facts, mayChange, admins: admins.slice(0, MAX_ADMINS) }
}

const mayChangeRates = (who: Person): boolean =>
  may(asMemberOf(who, []), mayChangeWorkspace, { workspaceId: who.workspaceId })

async function loadFacts(
  q: Queryable,
  { workspaceId }: Person,
  today: Temporal.PlainDate,
  wish: RatesWish,
): Promise<RatesFacts> {
  const starts = await fiscalYearStart(q, workspaceId)
  const years = [today, today.add({ years: 1 })].map((date) => fiscalMonths(date, 12, starts))
  const year = years.find(({ from }) => wish.yearFrom?.equals(from)) ?? years[0]!
  const inUse = await currenciesInUse(q, workspaceId)
  const current = await latestPlanRates(q, workspaceId, year.from)
  const before = await latestPlanRates(q, workspaceId, year.from.subtract({ years: 1 }))
  const suggested = current?.reporting ?? before?.reporting ?? inUse[0]
  const reporting = CURRENCIES.find((one) => one === wish.reporting) ?? suggested ?? 'USD'
  const known = [...inUse, ...Object.keys(current?.rates ?? {}), ...(current ? [current.reporting] : [])]
  const currencies = [...new Set(known)].filter((one) => one !== reporting).sort()
  const earlier = [current, before].filter((one) => one?.reporting === reporting)
  const usual = currencies.map((one) => {
    const rate = earlier.map((rates) => rates?.rates[one]).find((found) => found !== undefined)
    return [one, rate ?? usualRate(one, reporting)] as const
  })
  return { years, year, reporting, currencies, current, usual: Object.fromEntries(usual) }
}

/** What was typed, and what was chosen where that was asked about, by currency. Nothing typed: no rate. */
export type TypedRates = Readonly<Record<string, { typed: string; meant: number | null }>>

export type RatesSet =
  | { ok: true; facts: RatesFacts }
  | { ok: false; reason: 'not-allowed' }
  | { ok: false; reason: 'typed'; problems: Readonly<Record<string, RateProblem>> }
  /** By currency: what may have been meant. */
  | {
      ok: false
      reason: 'unclear'
      facts: RatesFacts
      questions: Readonly<Record<string, readonly number[]>>
    }

export async function setPlanRates(
  context: Context,
  who: Person,
  wish: Required<RatesWish>,
  typed: TypedRates,
): Promise<RatesSet> {
  if (!mayChangeRates(who)) return { ok: false, reason: 'not-allowed' }
  const { workspaceId } = who
  const now = context.clock.now()
  const today = localDate(now, who.zone)
  return context.db.transaction(async (tx): Promise<RatesSet> => {
    await lockWorkspace(tx, workspaceId)
    const facts = await loadFacts(tx, who, today, wish)
    const read = readRates(facts, typed)
    if (!read.ok) return read
    const { current: before, reporting, year } = facts
    const after = { yearFrom: year.from, reporting, rates: read.rates }
    if (before && isSame(before, after)) return { ok: true, facts }
    const current: PlanRates = {
      ...after,
      version: (before?.version ?? 0) + 1,
      effectiveFrom: ratesEffectiveFrom(before, after, today),
    }
    await insertPlanRates(tx, workspaceId, current, { setBy: who.userId, setAt: now })
    const told = (one: PlanRates) => ({ year: one.yearFrom.toString(), ...pick(one) })
    await recordAudit(tx, context, [
      {
        ...{ workspaceId, actorUserId: who.userId, userId: null, teamId: null, kind: 'plan-rates-set' },
        ...{ screen: '/kpi rates', before: before && told(before), after: told(current) },
      },
    ])
    return { ok: true, facts: { ...facts, current } }
  })
}

const pick = ({ reporting, rates }: Pick<PlanRates, 'reporting' | 'rates'>) => ({ reporting, rates })

function isSame(before: PlanRates, { reporting, rates }: Pick<PlanRates, 'reporting' | 'rates'>): boolean {
  const keys = Object.keys(rates)
  return (
    before.reporting === reporting &&
    keys.length === Object.keys(before.rates).length &&
    keys.every((key) => before.rates[key] === rates[key])
  )
}

function readRates(
  facts: RatesFacts,
  typed: TypedRates,
): { ok: true; rates: Record<string, number> } | Exclude<RatesSet, { ok: true }> {
  const rates: Record<string, number> = {}
  const problems: Record<string, RateProblem> = {}
  const questions: Record<string, readonly number[]> = {}
  for (const currency of facts.currencies) {
    const one = typed[currency]
    if (!one || one.typed.trim() === '') continue
    const read = readRate(one.typed, facts.reporting, facts.usual[currency] ?? null)
    if (read.ok) rates[currency] = read.rate
    else if (read.reason !== 'unclear') problems[currency] = read.reason
    else if (one.meant !== null && read.readings.includes(one.meant)) rates[currency] = one.meant
    else questions[currency] = read.readings
  }
  if (Object.keys(problems).length > 0) return { ok: false, reason: 'typed', problems }
  if (Object.keys(questions).length > 0) return { ok: false, reason: 'unclear', facts, questions }
  return { ok: true, rates }
}
