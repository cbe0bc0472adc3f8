// Menu options of currencies, with their names in the reader's language.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Choice } from '../../slack/fields.ts'
import { CURRENCIES } from '../domain/currency.ts'

export function currencyChoices(t: Translate): Choice[] {
  const names = new Intl.DisplayNames(t.locale, { type: 'currency' })
  return CURRENCIES.map((value) => ({ value, text: `${value} · ${names.of(value) ?? value}` }))
}
