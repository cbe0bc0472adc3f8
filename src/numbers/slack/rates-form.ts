// The form in which an admin sets the plan rates of a fiscal year, and how it is read.
import { z } from 'zod'
import type { MessageKey, Translate } from '../../core/i18n/translate.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { IsoDate } from '../../slack/dates.ts'
import {
  type Choice,
  chosenIn,
  field,
  modal,
  option,
  radio,
  section,
  textInput,
  typedIn,
} from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import { CURRENCIES } from '../domain/currency.ts'
import type { RateProblem } from '../domain/typed-rate.ts'
import type { LoadedRates, RatesFacts, RatesWish, TypedRates } from '../flows/set-plan-rates.ts'
import { currencyChoices } from './currency-choices.ts'
import { RATES } from './ids.ts'
import { fiscalYearName, rateNumber, rateText, typedRate } from './rate-text.ts'

const RATE_LENGTH = 40
const ABOUT_DIGITS = 4
const Metadata = z.object({ year: IsoDate, reporting: z.string().max(3) })

/** Null: invalid or forged. */
export function readRatesMetadata(metadata: string): Required<RatesWish> | null {
  const read = readJson(metadata, Metadata)
  return read && { yearFrom: read.year, reporting: read.reporting }
}

/** Another year or reporting currency has fields of its own, so that Slack shows their values and not what was typed before. */
const blockOf = (currency: string, { year, reporting }: Pick<RatesFacts, 'year' | 'reporting'>): string =>
  `rate:${currency}:${year.from}:${reporting}`
const meantBlock = (block: string): string => `meant:${block}`

/** Questions by currency: what may have been meant, asked below what was typed. */
export function ratesView(
  facts: RatesFacts,
  t: Translate,
  asked: { typed: TypedRates; questions: Readonly<Record<string, readonly number[]>> } | null = null,
): ModalView {
  const { years, year, reporting, currencies } = facts
  const choices = years.map((one) => ({ value: one.from.toString(), text: fiscalYearName(one, t) }))
  return modal({
    callbackId: RATES.form,
    title: t('rates.title'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { year: year.from.toString(), reporting },
    blocks: [
      section(t('rates.intro')),
      choice(RATES.year, t('rates.year'), choices, year.from.toString()),
      choice(RATES.reporting, t('rates.reporting'), currencyChoices(t), reporting),
      ...(currencies.length === 0 ? [section(t('rates.oneCurrency', { currency: reporting }))] : []),
      ...currencies.flatMap((currency) => rateFields(currency, facts, t, asked)),
    ],
  })
}

function choice(actionId: string, text: string, choices: readonly Choice[], chosen: string): Block {
  const initial = choices.find(({ value }) => value === chosen)
  return {
    ...section(`*${text}*`),
    accessory: {
      ...{ type: 'static_select', action_id: actionId, options: choices.map(option) },
      ...(initial ? { initial_option: option(initial) } : {}),
    },
  } as Block
}

function rateFields(
  currency: string,
  facts: RatesFacts,
  t: Translate,
  asked: Parameters<typeof ratesView>[2],
): Block[] {
  const { current, reporting, usual } = facts
  const block = blockOf(currency, facts)
  const stored = current?.reporting === reporting ? current.rates[currency] : undefined
  const shown = asked ? (asked.typed[currency]?.typed ?? '') : stored === undefined ? '' : typedRate(stored)
  const label = t('rates.field', { currency, reporting })
  const about = usual[currency]
  const hint = about ? t('rates.about', { rate: rateNumber(about, t.locale, ABOUT_DIGITS) }) : undefined
  const input = field(block, label, textInput(shown, { maxLength: RATE_LENGTH }), {
    optional: true,
    ...(hint && stored === undefined ? { hint } : {}),
  })
  const readings = asked?.questions[currency]
  if (!readings) return [input]
  const options = readings.map((rate) => ({
    value: String(rate),
    text: rateText({ currency, to: reporting, rate }, t),
  }))
  return [input, field(meantBlock(block), t('rates.which', { currency }), radio(options, ''))]
}

export function readTypedRates(state: FormState, wish: Required<RatesWish>): TypedRates {
  const place = { year: { from: wish.yearFrom, to: wish.yearFrom }, reporting: wish.reporting }
  return Object.fromEntries(
    CURRENCIES.map((currency) => {
      const block = blockOf(currency, place)
      const meant = chosenIn(state, meantBlock(block))
      return [currency, { typed: typedIn(state, block), meant: meant === null ? null : Number(meant) }]
    }),
  )
}

const PROBLEMS = {
  'not-a-number': 'rates.notANumber',
  'not-positive': 'rates.notPositive',
  'too-large': 'rates.tooLarge',
  'too-many-decimals': 'rates.tooManyDecimals',
  'other-currency': 'rates.otherCurrency',
} as const satisfies Record<RateProblem, MessageKey>

export function rateErrors(
  problems: Readonly<Record<string, RateProblem>>,
  wish: Required<RatesWish>,
  t: Translate,
): Record<string, string> {
  const { yearFrom: from, reporting } = wish
  return Object.fromEntries(
    Object.entries(problems).map(([currency, problem]) => [
      blockOf(currency, { year: { from, to: from }, reporting }),
      t(PROBLEMS[problem], { currency, reporting }),
    ]),
  )
}

/** The rates of the year, a line each. */
function rateLines({ current }: Pick<RatesFacts, 'current'>, t: Translate): string[] {
  if (!current) return []
  const { reporting: to, rates } = current
  return Object.entries(rates)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, rate]) => rateText({ currency, to, rate }, t))
}

/** For whoever may only read them. */
export function ratesText(loaded: LoadedRates, t: Translate): string {
  const { year, current, admins } = loaded
  const name = fiscalYearName(year, t)
  const lines = rateLines(loaded, t)
  const said =
    current && lines.length > 0
      ? [t('rates.ofYear', { year: name, reporting: current.reporting }), ...lines]
      : [t('rates.noneYet', { year: name })]
  const ask =
    admins.length > 0
      ? t('rates.askThese', { admins: admins.map(({ userId }) => mention(userId)).join(' ') })
      : t('rates.askAdmin')
  return [...said, ask].join('\n')
}

export function ratesSavedView(facts: RatesFacts, t: Translate): ModalView {
  const { year, currencies, current } = facts
  const without = currencies.filter((one) => current?.rates[one] === undefined)
  const lines = rateLines(facts, t)
  return modal({
    ...{
      callbackId: RATES.form,
      title: t('rates.title'),
      submit: null,
      close: t('setup.finish'),
      metadata: {},
    },
    blocks: [
      section(
        [t('rates.saved', { year: fiscalYearName(year, t), reporting: facts.reporting }), ...lines].join(
          '\n',
        ),
      ),
      ...(without.length > 0
        ? [section(t('rates.apart', { currencies: without.join(t('common.listSeparator')) }))]
        : []),
    ],
  })
}
