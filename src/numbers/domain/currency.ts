// Suggests a team's currency from its holiday country.
import countryToCurrency from 'country-to-currency'

const CURRENCY_OF: Readonly<Record<string, string>> = countryToCurrency

/** The currencies offered in menus, sorted. Not all that exist, because a Slack menu has at most 100 options. */
export const CURRENCIES: readonly string[] = (
  'AED ARS AUD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KRW ' +
  'MOP MXN MYR NGN NOK NZD PEN PHP PLN RON RSD SAR SEK SGD THB TRY TWD UAH USD VND ZAR'
).split(' ')

/** The country's currency, or US dollars when it is not offered. */
export function currencyOf(country: string | null): string {
  const own = country === null ? undefined : CURRENCY_OF[country]
  return own !== undefined && CURRENCIES.includes(own) ? own : 'USD'
}
