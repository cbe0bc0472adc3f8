// The form in which it is set whose public holidays a person keeps.
import { z } from 'zod'
import type { Translate } from '../../core/i18n/translate.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { chosenIn, FIELD, field, groupedMenu, menu, modal, section, userIn } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import type { HolidayPlace } from '../domain/calendar.ts'
import { HOLIDAY_COUNTRIES, holidayRegions } from '../domain/holidays.ts'
import type { HolidaysFacts } from '../flows/change-holidays.ts'
import { countryGroups, countryName, placeName } from './country-and-zone-choices.ts'
import { TEAM } from './ids.ts'

export const HOLIDAYS = { who: 'who', country: 'country', region: 'region' } as const

const TEAMS = 'team'
const NONE = 'none'
const MAX_LISTED = 30

const Metadata = z.object({ teamId: z.uuid().nullable() })

/** Undefined: the metadata is invalid. */
export const readHolidaysMetadata = (text: string): TeamId | null | undefined =>
  readJson(text, Metadata)?.teamId

/** What was just saved, which the form shows again: with a country its regions can be chosen. */
export interface SavedHolidays {
  userId: UserId
  place: HolidayPlace | null
  note: string
}

/** `userId`: who opens the form. */
export function holidaysView(
  facts: HolidaysFacts,
  userId: UserId,
  t: Translate,
  saved?: SavedHolidays,
): ModalView {
  const { teamId, own } = facts
  const place = saved
    ? saved.place
    : ((teamId ? null : own.find((one) => one.userId === userId)?.place) ?? null)
  return modal({
    callbackId: TEAM.holidaysForm,
    title: t('holidays.title'),
    submit: t('common.save'),
    close: t(saved ? 'setup.finish' : 'common.cancel'),
    metadata: { teamId },
    blocks: [
      section(saved?.note ?? t(teamId ? 'holidays.introTeam' : 'holidays.intro')),
      ...(teamId ? [...listed(facts, t), whoField(saved?.userId ?? null, t)] : []),
      field(HOLIDAYS.country, t('setup.country'), countryMenu(facts, place, t)),
      ...regionField(place, t),
    ],
  })
}

function listed({ own }: HolidaysFacts, t: Translate): Block[] {
  if (own.length === 0) return []
  const lines = own
    .slice(0, MAX_LISTED)
    .map(({ userId, place }) => t('holidays.line', { person: mention(userId), place: placeName(place, t) }))
  const more = own.length - lines.length
  return [section([...lines, ...(more > 0 ? [t('team.listedMore', { count: more })] : [])].join('\n'))]
}

const whoField = (userId: UserId | null, t: Translate): Block =>
  field(HOLIDAYS.who, t('holidays.who'), {
    ...{ type: 'users_select', action_id: FIELD },
    ...(userId ? { initial_user: userId } : {}),
  })

function countryMenu({ teamPlace }: HolidaysFacts, place: HolidayPlace | null, t: Translate) {
  const teams = { value: TEAMS, text: t('holidays.ofTeam', { place: placeName(teamPlace, t) }) }
  const none = { value: NONE, text: t('setup.countryNone') }
  const country = place?.country && HOLIDAY_COUNTRIES.includes(place.country) ? place.country : null
  const chosen = country ? [{ value: country, text: countryName(country, t.locale) }] : []
  const groups = [
    { label: t('setup.countryLikely'), choices: [teams, ...chosen, none] },
    ...countryGroups(t.locale, country ? [country] : []),
  ]
  return groupedMenu(groups, place === null ? TEAMS : (country ?? NONE))
}

/** Empty when the country has no regions, or is not saved yet. */
function regionField(place: HolidayPlace | null, t: Translate): Block[] {
  const regions = holidayRegions(place?.country ?? null).map(({ code, name }) => ({
    value: code,
    text: name,
  }))
  if (regions.length === 0) return []
  const choices = [{ value: NONE, text: t('setup.regionNone') }, ...regions]
  return [field(HOLIDAYS.region, t('setup.region'), menu(choices, place?.region ?? NONE))]
}

export type HolidaysRead =
  | { ok: true; userId: UserId; place: HolidayPlace | null }
  | { ok: false; errors: Record<string, string> }

/** `own`: the person who sets their own holidays. Null: somebody has to be chosen. */
export function readHolidays(state: FormState, own: UserId | null, t: Translate): HolidaysRead {
  const userId = own ?? userIn(state, HOLIDAYS.who)
  if (!userId) return { ok: false, errors: { [HOLIDAYS.who]: t('holidays.whoMissing') } }
  const chosen = chosenIn(state, HOLIDAYS.country)
  if (chosen === TEAMS) return { ok: true, userId, place: null }
  const country = HOLIDAY_COUNTRIES.find((known) => known === chosen) ?? null
  if (country === null && chosen !== NONE)
    return { ok: false, errors: { [HOLIDAYS.country]: t('team.problemMissing') } }
  const codes = holidayRegions(country).map(({ code }) => code)
  const region = codes.find((code) => code === chosenIn(state, HOLIDAYS.region)) ?? null
  return { ok: true, userId, place: { country, region } }
}
