// The form in which a manager sets up or changes a team. All fields are prefilled; less common options need one more click.
import { z } from 'zod'
import { formatDate } from '../../core/i18n/format.ts'
import { LOCALES } from '../../core/i18n/locale.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { CURRENCIES } from '../../numbers/domain/currency.ts'
import { isAlternateDay } from '../../org/domain/calendar.ts'
import { isEvening } from '../../org/domain/checkin-window.ts'
import { HOLIDAY_COUNTRIES, holidayRegions } from '../../org/domain/holidays.ts'
import { ROLES, type TeamSettings } from '../../org/domain/team.ts'
import type { Entitled } from '../../org/flows/setup-right.ts'
import { TEAM_SETUP } from '../../org/slack/ids.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { readDate } from '../../slack/dates.ts'
import { button, chosenIn, fieldIn, modal, section, typedIn, userIn, usersIn } from '../../slack/fields.ts'
import { isSlackId } from '../../slack/ids.ts'
import { readJson } from '../../slack/json.ts'
import { channelLink } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import {
  CHECKIN_NAME_LENGTH,
  CLOSE_AFTER_MINUTES,
  REMIND_BEFORE_MINUTES,
  TEAM_NAME_LENGTH,
  withWorkDays,
} from '../domain/default-settings.ts'
import type { SetupFacts } from '../flows/load-setup.ts'
import type { SetupInput, SetupProblem } from '../flows/set-up-team.ts'
import { measureOf, NO_ALTERNATE, NO_COUNTRY, NO_PARENT } from './setup-choices.ts'
import { essentialFields, lessCommonFields, SETUP } from './setup-fields.ts'
import { reportsIn, tooManyQuestions } from './weekly-fields.ts'
import { draftWeights, weightsProblem } from './weights-field.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7]
/** A form that stood open for some days still offers its dates. */
const MAX_ALTERNATE_DAYS = 31

const Metadata = z.object({
  channelId: z.string().refine(isSlackId),
  /** The team that the form changes. Null: a new team. */
  teamId: z.uuid().nullable(),
  more: z.boolean(),
})
export type SetupMetadata = z.infer<typeof Metadata>

/** Null: the metadata is invalid. */
export const readSetupMetadata = (text: string): SetupMetadata | null => readJson(text, Metadata)

/** The initial values of the form. */
export function initialInput(facts: SetupFacts): SetupInput {
  const { settings, parentTeamId, managerUserId, delegateUserId, memberUserIds, currency } = facts
  return {
    ...{ settings, parentTeamId, managerUserId, delegateUserId, memberUserIds, currency },
    role: ROLES[0],
    sharedConfirmed: false,
  }
}

/** `input`: the values of the fields. `more`: shows the less common options. */
export function setupView(facts: SetupFacts, input: SetupInput, more: boolean, t: Translate): ModalView {
  const isNew = facts.teamId === null
  return modal({
    callbackId: TEAM_SETUP.form,
    title: t(isNew ? 'setup.title' : 'setup.titleChange'),
    submit: t('common.save'),
    close: t('common.cancel'),
    metadata: { channelId: facts.channelId, teamId: facts.teamId, more } satisfies SetupMetadata,
    blocks: [
      ...introduction(facts, t),
      ...essentialFields(facts, input, t),
      button(TEAM_SETUP.moreOptions, t(more ? 'setup.fewer' : 'setup.more'), more ? 'fewer' : 'more'),
      ...(more ? lessCommonFields(facts, input, t) : []),
    ],
  })
}

const STAGE_WARNINGS = { public: 'setup.publicChannel', external: 'setup.externalChannel' } as const

function introduction(facts: SetupFacts, t: Translate): Block[] {
  const { teamId, inForceFrom, movesFrom } = facts
  const wide = facts.stage === 'private' ? [] : [section(t(STAGE_WARNINGS[facts.stage]))]
  if (teamId === null) return [section(t('setup.intro')), ...wide]
  const lines = [t('setup.introChange')]
  if (movesFrom) lines.unshift(t('setup.introMoves', { channel: channelLink(movesFrom) }))
  if (inForceFrom) lines.push(t('setup.introAhead', { date: formatDate(inForceFrom, t.locale) }))
  return [section(lines.join('\n')), ...wide]
}

/** The values of the form so far, without checking them. Fields that are not shown keep their initial value. */
export function readDraft(state: FormState, facts: SetupFacts): SetupInput {
  const initial = initialInput(facts)
  const { settings } = initial
  const has = (blockId: string) => fieldIn(state, blockId) !== undefined
  const days = (fieldIn(state, SETUP.days)?.selected_options ?? []).map(({ value }) => Number(value))
  const country = chosenIn(state, SETUP.country)
  const measure = chosenIn(state, SETUP.measure)
  const promptTime = timeIn(state, SETUP.prompt) ?? settings.promptTime
  const numbersDay = oneOf(['previous', 'same'] as const, chosenIn(state, SETUP.numbersDay))
  const week = weekOf(has(SETUP.days) ? days : settings.workDays, chosenIn(state, SETUP.alternate), facts)
  const drafted: TeamSettings = {
    ...settings,
    name: has(SETUP.name) ? nameIn(state) : settings.name,
    locale: oneOf(LOCALES, chosenIn(state, SETUP.locale)) ?? settings.locale,
    ...week,
    ...placeOf(country, chosenIn(state, SETUP.region), settings),
    zoneRule: oneOf(['member', 'team'] as const, chosenIn(state, SETUP.zoneRule)) ?? settings.zoneRule,
    zone: zoneIn(state) ?? settings.zone,
    promptTime,
    closeAfterMinutes: minutesIn(state, SETUP.close, CLOSE_AFTER_MINUTES) ?? settings.closeAfterMinutes,
    remindBeforeCloseMinutes:
      minutesIn(state, SETUP.remind, REMIND_BEFORE_MINUTES) ?? settings.remindBeforeCloseMinutes,
    numbersDay: isEvening({ promptTime }) ? 'same' : (numbersDay ?? settings.numbersDay),
    checkinName: has(SETUP.checkinName) ? checkinNameIn(state) : settings.checkinName,
    measure: (measure && measureOf(measure, facts.rankable, draftWeights(state, facts))) || settings.measure,
    boardNames:
      oneOf(['all', 'top', 'none'] as const, chosenIn(state, SETUP.boardNames)) ?? settings.boardNames,
    okrView: has(SETUP.okrView) ? chosenIn(state, SETUP.okrView) === 'yes' : settings.okrView,
    wins: oneOf(['all', 'big', 'none'] as const, chosenIn(state, SETUP.wins)) ?? settings.wins,
    reports: withWorkDays(
      reportsIn(state, settings, timeIn(state, SETUP.weeklyTime)),
      settings.workDays,
      week.workDays,
    ),
    workingHours: {
      from: timeIn(state, SETUP.hoursFrom) ?? settings.workingHours.from,
      to: timeIn(state, SETUP.hoursTo) ?? settings.workingHours.to,
    },
  }
  return {
    settings: drafted,
    parentTeamId: parentIn(state, facts),
    managerUserId: userIn(state, SETUP.manager) ?? initial.managerUserId,
    delegateUserId: has(SETUP.delegate) ? userIn(state, SETUP.delegate) : initial.delegateUserId,
    memberUserIds: has(SETUP.members) ? usersIn(state, SETUP.members) : initial.memberUserIds,
    role: oneOf(facts.roles, chosenIn(state, SETUP.role)) ?? initial.role,
    currency: oneOf(CURRENCIES, chosenIn(state, SETUP.currency)) ?? initial.currency,
    sharedConfirmed: (fieldIn(state, SETUP.shared)?.selected_options ?? []).length > 0,
  }
}

/** Without what Slack reads as markup: the name stands in titles and buttons as well as in sentences. */
const checkinNameIn = (state: FormState): string =>
  cleanText(typedIn(state, SETUP.checkinName).replace(/[<>&*_~`@|]/g, ' '), CHECKIN_NAME_LENGTH)

export type SetupRead = { ok: true; value: SetupInput } | { ok: false; errors: Record<string, string> }

/** The submitted values, or an error text for each invalid field. */
export function readSetup(state: FormState, facts: SetupFacts, t: Translate): SetupRead {
  const value = readDraft(state, facts)
  const errors: Record<string, string> = {}
  if (value.settings.name === '') errors[SETUP.name] = t('setup.nameMissing')
  if (value.memberUserIds.length === 0) errors[SETUP.members] = t('setup.membersMissing')
  const { workDays, alternateDay } = value.settings
  if (workDays.length === 0) errors[SETUP.days] = t('setup.daysMissing')
  if (alternateDay && workDays.includes(Temporal.PlainDate.from(alternateDay).dayOfWeek))
    errors[SETUP.alternate] = t('setup.alternateTicked')
  for (const blockId of [SETUP.prompt, SETUP.weeklyTime, SETUP.hoursFrom, SETUP.hoursTo])
    if (fieldIn(state, blockId) && timeIn(state, blockId) === null) errors[blockId] = t('setup.timeMissing')
  if (tooManyQuestions(state)) errors[SETUP.weeklyQuestions] = t('setup.weeklyTooMany')
  const weights = value.settings.measure.kind === 'weighted' ? weightsProblem(state, facts, t) : null
  if (weights) errors[SETUP.weights] = weights
  const { from, to } = value.settings.workingHours
  if (fieldIn(state, SETUP.hoursTo) && from >= to) errors[SETUP.hoursTo] ??= t('setup.hoursBackwards')
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, value }
}

/** Error texts by block id for a refused set-up. `more`: the form shows the less common options. */
export function setupErrors(problem: SetupProblem, more: boolean, t: Translate): Record<string, string> {
  switch (problem.reason) {
    case 'unusable':
      return {
        [SETUP.members]: t('setup.unusable', { names: problem.names.join(t('common.listSeparator')) }),
      }
    case 'nobody':
      return { [SETUP.members]: t('setup.membersMissing') }
    case 'not-counted':
      return { [more ? SETUP.measure : SETUP.role]: t('setup.notCounted') }
    case 'not-a-parent':
      return { [more ? SETUP.parent : SETUP.name]: t('setup.notAParent') }
    case 'not-a-manager':
      return { [SETUP.manager]: t('setup.notAManager') }
    case 'not-a-delegate':
      return { [more ? SETUP.delegate : SETUP.name]: t('setup.notADelegate') }
    case 'no-manager':
      return { [more ? SETUP.parent : SETUP.name]: t('setup.parentNoManager') }
    case 'not-your-lines':
      return { [more ? SETUP.manager : SETUP.name]: t('setup.notYourLines') }
    case 'not-allowed':
      return { [SETUP.name]: t('team.notAllowed') }
    case 'not-entitled':
      return { [SETUP.name]: notEntitledText(problem.ask, t, ({ name }) => name) }
    case 'already-set-up':
      return { [SETUP.name]: t('setup.alreadySetUp') }
    case 'shared-channel':
      return { [SETUP.name]: t('setup.sharedChannel') }
    case 'not-in-channel':
      return { [SETUP.name]: t('setup.notInChannel') }
  }
}

/** `named`: Slack renders mentions in messages, but not in errors of fields. */
export function notEntitledText(
  ask: readonly Entitled[],
  t: Translate,
  named: (person: Entitled) => string,
): string {
  if (ask.length === 0) return t('setup.askAdmin')
  return t('setup.notEntitled', { people: ask.map(named).join(t('common.listSeparator')) })
}

const nameIn = (state: FormState) =>
  cleanText(typedIn(state, SETUP.name), TEAM_NAME_LENGTH).replaceAll('\n', ' ')

/** 'HH:MM'. Null: no such time is selected. */
function timeIn(state: FormState, blockId: string): string | null {
  const time = fieldIn(state, blockId)?.selected_time ?? ''
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null
}

/** Null: not an existing IANA time zone. */
function zoneIn(state: FormState): string | null {
  const zone = chosenIn(state, SETUP.zone)
  if (zone === null || zone.startsWith('+') || zone.startsWith('-')) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) && zone
  } catch {
    return null
  }
}

/** `chosen` null: the form does not show the menu, so that a day ticked for every week is no longer worked every other week. */
function weekOf(
  days: readonly number[],
  chosen: string | null,
  { settings: { alternateDay }, today }: SetupFacts,
): Pick<TeamSettings, 'workDays' | 'alternateDay'> {
  const workDays = WEEK.filter((day) => days.includes(day))
  const kept = alternateDay === null ? null : Temporal.PlainDate.from(alternateDay)
  if (chosen === null) {
    const isTicked = kept !== null && workDays.includes(kept.dayOfWeek)
    return { workDays, alternateDay: isTicked ? null : alternateDay }
  }
  const date = readDate(chosen)
  if (!date || Math.abs(today.until(date).days) > MAX_ALTERNATE_DAYS)
    return { workDays, alternateDay: chosen === NO_ALTERNATE ? null : alternateDay }
  return { workDays, alternateDay: isAlternateDay(kept, date) ? alternateDay : chosen }
}

/** Country and region. Another country clears the region. */
function placeOf(country: string | null, region: string | null, settings: TeamSettings) {
  const known = oneOf(HOLIDAY_COUNTRIES, country)
  const holidayCountry = country === NO_COUNTRY ? null : (known ?? settings.holidayCountry)
  const codes = holidayRegions(holidayCountry).map(({ code }) => code)
  const kept = holidayCountry === settings.holidayCountry ? settings.holidayRegion : null
  return { holidayCountry, holidayRegion: region === null ? kept : oneOf(codes, region) }
}

/** Accepts only a team that the menu offers. */
function parentIn(state: FormState, { parents, parentTeamId }: SetupFacts): string | null {
  const chosen = chosenIn(state, SETUP.parent)
  if (chosen === NO_PARENT) return null
  return parents.find(({ teamId }) => teamId === chosen)?.teamId ?? parentTeamId
}

function minutesIn(state: FormState, blockId: string, offered: readonly number[]): number | null {
  const minutes = Number(chosenIn(state, blockId) ?? Number.NaN)
  return offered.includes(minutes) ? minutes : null
}

function oneOf<T extends string>(values: readonly T[], chosen: string | null): T | null {
  return values.find((value) => value === chosen) ?? null
}
