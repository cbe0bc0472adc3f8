// Shows an admin what the language model used, by month: as a table, and in words where a client shows none.
import { formatDateBy, numberFormat } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block } from '../../slack/blocks.ts'
import { costOf, type Prices, type Tokens } from '../domain/usage.ts'
import type { PrivacyView } from '../flows/show-privacy.ts'

type Costs = NonNullable<PrivacyView['costs']>

interface Month {
  name: string
  requests: string
  tokens: string
  /** Null: the operator has set no prices. */
  money: string | null
}

/** Nothing: it was not used in these months. */
export function costTable(costs: Costs, t: Translate): Block[] {
  const months = monthsOf(costs, t)
  if (months.length === 0) return []
  const cell = (text: string) => ({ type: 'raw_text' as const, text })
  const withMoney = costs.prices !== null
  const head = [
    t('costs.month'),
    t('costs.requests'),
    t('costs.tokens'),
    ...(withMoney ? [t('costs.money')] : []),
  ]
  return [
    {
      type: 'table',
      column_settings: head.map((_, index) => ({ align: index === 0 ? 'left' : 'right' })),
      rows: [
        head.map(cell),
        ...months.map(({ name, requests, tokens, money }) =>
          [name, requests, tokens, ...(money === null ? [] : [money])].map(cell),
        ),
      ],
    },
  ]
}

export function costLines(costs: Costs, t: Translate): string[] {
  const lines = monthsOf(costs, t).map(({ name: month, money, ...used }) =>
    money === null
      ? t('privacy.cost', { month, ...used })
      : t('privacy.costMoney', { month, ...used, money }),
  )
  return lines.length > 0 ? lines : [t('privacy.noCosts')]
}

/** The latest first. */
function monthsOf({ months, prices }: Costs, t: Translate): Month[] {
  const amount = (value: number) => numberFormat(t.locale, {}).format(value)
  return [...Map.groupBy(months, ({ month }) => month)].map(([month, rows]) => {
    const sum = (of: 'inputTokens' | 'outputTokens' | 'requests') =>
      rows.reduce((all, row) => all + row[of], 0)
    const tokens = { input: sum('inputTokens'), output: sum('outputTokens') }
    return {
      name: formatDateBy(Temporal.PlainDate.from(`${month}-01`), t.locale, {
        month: 'long',
        year: 'numeric',
      }),
      requests: amount(sum('requests')),
      tokens: amount(tokens.input + tokens.output),
      money: prices && moneyOf(tokens, prices, t),
    }
  })
}

/** Cents that are used up are not told as nothing. */
function moneyOf(tokens: Tokens, prices: Prices, t: Translate): string {
  const cost = costOf(tokens, prices)
  const dollars = numberFormat(t.locale, { style: 'currency', currency: 'USD' })
  return cost > 0 && cost < 0.01 ? `< ${dollars.format(0.01)}` : dollars.format(cost)
}
