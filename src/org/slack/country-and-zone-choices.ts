// Options for menus of countries and time zones, with their names in the reader's language.

import type { Locale } from '../../core/i18n/locale.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Choice, ChoiceGroup } from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import type { HolidayPlace } from '../domain/calendar.ts'
import { HOLIDAY_COUNTRIES, holidayRegions } from '../domain/holidays.ts'

const GROUP_SIZE = limits.optionGroup.options.maxItems

export function countryName(country: string, locale: Locale): string {
  return new Intl.DisplayNames(locale, { type: 'region' }).of(country) ?? country
}

/** 'United States · New York'. */
export function placeName({ country, region }: HolidayPlace, t: Translate): string {
  if (country === null) return t('holidays.none')
  const inside = holidayRegions(country).find(({ code }) => code === region)
  return [countryName(country, t.locale), ...(inside ? [inside.name] : [])].join(' · ')
}

const countries = new Map<Locale, readonly Choice[]>()

/** All countries with a holiday calendar, sorted as usual in the language. */
function countryChoices(locale: Locale): readonly Choice[] {
  const known = countries.get(locale)
  if (known) return known
  const { compare } = new Intl.Collator(locale)
  const choices = HOLIDAY_COUNTRIES.map((value) => ({ value, text: countryName(value, locale) })).sort(
    (one, other) => compare(one.text, other.text),
  )
  countries.set(locale, choices)
  return choices
}

/** Country options in groups, labelled by their first and last country. `without`: countries that the menu lists elsewhere, because Slack allows each value once. */
export function countryGroups(locale: Locale, without: readonly string[]): ChoiceGroup[] {
  const choices = countryChoices(locale).filter(({ value }) => !without.includes(value))
  return inGroups(choices, ([first, last]) => `${first.text} – ${last.text}`)
}

/** '中国时间 (Asia/Shanghai)'. */
function zoneName(zone: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'longGeneric' })
  const name = format.formatToParts(0).find((part) => part.type === 'timeZoneName')?.value ?? zone
  return `${name} (${zone.replaceAll('_', ' ')})`
}

const zones = new Map<Locale, readonly Choice[]>()

function zoneChoices(locale: Locale): readonly Choice[] {
  const known = zones.get(locale)
  if (known) return known
  const choices = Intl.supportedValuesOf('timeZone').map((value) => ({
    value,
    text: zoneName(value, locale),
  }))
  zones.set(locale, choices)
  return choices
}

/** Time zone options by continent, `wanted` first: Slack may use a zone name that is not in our list. */
export function zoneGroups(locale: Locale, wanted: string): ChoiceGroup[] {
  const first = { label: '★', choices: [{ value: wanted, text: zoneName(wanted, locale) }] }
  const continents = new Map<string, Choice[]>()
  for (const choice of zoneChoices(locale)) {
    if (choice.value === wanted) continue
    const continent = choice.value.split('/')[0]!
    continents.set(continent, [...(continents.get(continent) ?? []), choice])
  }
  const groups = [...continents].flatMap(([continent, choices]) => inGroups(choices, () => continent))
  return [first, ...groups]
}

export function inGroups(
  choices: readonly Choice[],
  label: (ends: [Choice, Choice]) => string,
): ChoiceGroup[] {
  const groups: ChoiceGroup[] = []
  for (let start = 0; start < choices.length; start += GROUP_SIZE) {
    const part = choices.slice(start, start + GROUP_SIZE)
    groups.push({ label: label([part[0]!, part.at(-1)!]), choices: part })
  }
  return groups
}
