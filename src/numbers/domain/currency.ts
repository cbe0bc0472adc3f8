// Guesses the currency that a team counts its money in, from the country whose holidays it keeps.
import countryToCurrency from 'country-to-currency'

const CURRENCY_OF: Readonly<Record<string, string>> = countryToCurrency

/** What can be chosen, sorted. Not all that there are: a list in Slack has at most 100 options. */
export const CURRENCIES: readonly string[] = (
  'AED ARS AUD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KRW ' +
  'MOP MXN MYR NGN NOK NZD PEN PHP PLN RON RSD SAR SEK SGD THB TRY TWD UAH USD VND ZAR'
).split(' ')

/** Where the country's own cannot be chosen, dollars. */
export function currencyOf(country: string | null): string {
  const own = country === null ? undefined : CURRENCY_OF[country]
  return own !== undefined && CURRENCIES.includes(own) ? own : 'USD'
}
