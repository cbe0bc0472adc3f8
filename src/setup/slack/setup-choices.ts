// Menu options of the set-up form in the reader's language: durations, countries, regions, parent teams, measures.

import { formatDate } from '../../core/i18n/format.ts'
import { LOCALES, type Locale } from '../../core/i18n/locale.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { metricName } from '../../numbers/slack/format-value.ts'
import { isAlternateDay } from '../../org/domain/calendar.ts'
import { HOLIDAY_COUNTRIES, holidayRegions } from '../../org/domain/holidays.ts'
import { inRoleOrder } from '../../org/domain/own-role.ts'
import type { Measure, MeasureWeight, NamedTeam } from '../../org/domain/team.ts'
import { countryGroups, countryName, inGroups } from '../../org/slack/country-and-zone-choices.ts'
import { roleName } from '../../org/slack/role-choices.ts'
import { teamInMenu } from '../../org/slack/team-line.ts'
import type { Choice, ChoiceGroup } from '../../slack/fields.ts'
import type { Rankable } from '../flows/load-setup.ts'

export const NO_COUNTRY = 'none'
export const NO_REGION = 'none'
export const NO_PARENT = 'none'
export const NO_ALTERNATE = 'none'
const POINTS = 'points'
const ATTAINMENT = 'attainment'
const WEIGHTED = 'weighted'
const LANGUAGES = { en: 'English', 'zh-CN': '简体中文', 'zh-TW': '繁體中文' } as const

export const measureValue = (measure: Measure): string =>
  measure.kind === 'metric' ? `metric:${measure.metric}` : measure.kind

/** Null: not one of the options. */
export function measureOf(
  value: string,
  rankable: readonly Rankable[],
  weights: readonly MeasureWeight[],
): Measure | null {
  if (value === POINTS) return { kind: 'points' }
  if (value === ATTAINMENT) return { kind: 'attainment', metric: null }
  if (value === WEIGHTED) return { kind: 'weighted', weights }
  const found = rankable.filter(isSummed).find(({ metric }) => `metric:${metric.key}` === value)
  return found ? { kind: 'metric', metric: found.metric.key } : null
}

const isSummed = ({ metric }: Rankable): boolean => metric.kind === 'additive'

/** The offered durations, plus the current one if it is not among them. */
export function durations(offered: readonly number[], chosen: number, t: Translate): Choice[] {
  const all = [...new Set([...offered, chosen])].sort((one, other) => one - other)
  return all.map((minutes) => ({ value: String(minutes), text: duration(minutes, t) }))
}

export function duration(minutes: number, t: Translate): string {
  return minutes < 60 ? t('setup.minutes', { minutes }) : t('setup.hours', { hours: minutes / 60 })
}

const MONDAY = Temporal.PlainDate.from('2026-01-05')

/** `day`: Monday = 1. */
export const weekday = (day: number, length: 'long' | 'short', t: Translate): string =>
  MONDAY.add({ days: day - 1 }).toLocaleString(t.locale, { weekday: length })

const SATURDAY_FIRST = [6, 7, 1, 2, 3, 4, 5]
const TWO_WEEKS = 14

/** Each weekday twice, for either week: the value is the next date on which it would be worked, from tomorrow on. */
export function alternateDays(
  current: string | null,
  today: Temporal.PlainDate,
  t: Translate,
): { choices: Choice[]; chosen: string } {
  const none = { value: NO_ALTERNATE, text: t('setup.alternateNone') }
  const dates = Array.from({ length: TWO_WEEKS }, (_, days) => today.add({ days: days + 1 }))
  const sorted = SATURDAY_FIRST.flatMap((day) => dates.filter((date) => date.dayOfWeek === day))
  const worked = current === null ? null : Temporal.PlainDate.from(current)
  return {
    choices: [none, ...sorted.map((date) => ({ value: date.toString(), text: alternateText(date, t) }))],
    chosen: dates.find((date) => isAlternateDay(worked, date))?.toString() ?? NO_ALTERNATE,
  }
}

/** 'Every other Saturday, next on Sat, Dec 5'. */
export const alternateText = (date: Temporal.PlainDate, t: Translate): string =>
  t('setup.alternateOn', { day: weekday(date.dayOfWeek, 'long', t), date: formatDate(date, t.locale) })

export function countries(chosen: string | null, t: Translate): ChoiceGroup[] {
  const none = { value: NO_COUNTRY, text: t('setup.countryNone') }
  const known = chosen !== null && HOLIDAY_COUNTRIES.includes(chosen)
  const likely = known ? [{ value: chosen, text: countryName(chosen, t.locale) }, none] : [none]
  return [
    { label: t('setup.countryLikely'), choices: likely },
    ...countryGroups(
      t.locale,
      likely.map(({ value }) => value),
    ),
  ]
}

/** Empty when the country has one calendar only. */
export function regions(country: string | null, t: Translate): Choice[] {
  const choices = holidayRegions(country).map(({ code, name }) => ({ value: code, text: name }))
  return choices.length > 0 ? [{ value: NO_REGION, text: t('setup.regionNone') }, ...choices] : []
}

export function parents(teams: readonly NamedTeam[], t: Translate): ChoiceGroup[] {
  const none = { value: NO_PARENT, text: t('setup.parentNone') }
  const choices = teams.map((team) => ({ value: team.teamId, text: teamInMenu(team, t) }))
  return inGroups([none, ...choices], () => t('setup.parent'))
}

export function measures(rankable: readonly Rankable[], t: Translate): ChoiceGroup[] {
  const points = { value: POINTS, text: t('setup.measurePoints') }
  const attainment = { value: ATTAINMENT, text: t('setup.measureAttainment') }
  const weighted = { value: WEIGHTED, text: t('setup.measureWeighted') }
  const seen = new Set<string>()
  const groups = inRoleOrder(rankable.map(({ role }) => role)).map((role) => ({
    label: roleName(role, t),
    choices: rankable
      .filter(isSummed)
      .filter(({ role: of, metric }) => of === role && !seen.has(metric.key) && seen.add(metric.key))
      .map(({ metric }) => ({ value: `metric:${metric.key}`, text: metricName(metric, t) })),
  }))
  return [
    { label: t('setup.measure'), choices: [attainment, weighted, points] },
    ...groups.filter(({ choices }) => choices.length > 0),
  ]
}

/** Each language by its own name. */
export const languageName = (locale: Locale): string => LANGUAGES[locale]

export const languageChoices = (): Choice[] => LOCALES.map((value) => ({ value, text: languageName(value) }))
