// The fields of the set-up form, in two parts: the essential ones and the less common options.

import { switchLine } from '../../ai/slack/switch-form.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { currencyChoices } from '../../numbers/slack/currency-choices.ts'
import type { TeamSettings } from '../../org/domain/team.ts'
import { zoneGroups } from '../../org/slack/country-and-zone-choices.ts'
import { roleChoices } from '../../org/slack/role-choices.ts'
import type { Block } from '../../slack/blocks.ts'
import { FIELD, field, groupedMenu, menu, option, peopleMenu, radio, textInput } from '../../slack/fields.ts'
import {
  CHECKIN_NAME_LENGTH,
  CLOSE_AFTER_MINUTES,
  REMIND_BEFORE_MINUTES,
  TEAM_NAME_LENGTH,
} from '../domain/default-settings.ts'
import type { SetupFacts } from '../flows/load-setup.ts'
import type { SetupInput } from '../flows/set-up-team.ts'
import {
  alternateDays,
  countries,
  durations,
  languageChoices,
  measures,
  measureValue,
  NO_COUNTRY,
  NO_PARENT,
  NO_REGION,
  parents,
  regions,
  weekday,
} from './setup-choices.ts'
import { WEEKLY, weeklyFields } from './weekly-fields.ts'
import { WEIGHTS, weightsField } from './weights-field.ts'

/** Block ids of the fields. */
export const SETUP = {
  name: 'name',
  checkinName: 'checkin-name',
  members: 'members',
  role: 'role',
  prompt: 'prompt',
  close: 'close',
  days: 'days',
  alternate: 'alternate',
  country: 'country',
  region: 'region',
  zoneRule: 'zone-rule',
  locale: 'locale',
  zone: 'zone',
  numbersDay: 'numbers-day',
  remind: 'remind',
  measure: 'measure',
  weights: WEIGHTS,
  boardNames: 'board-names',
  wins: 'wins',
  okrView: 'okr-view',
  weekly: WEEKLY.day,
  weeklyTime: WEEKLY.time,
  weeklyQuestions: WEEKLY.questions,
  currency: 'currency',
  manager: 'manager',
  delegate: 'delegate',
  hoursFrom: 'hours-from',
  hoursTo: 'hours-to',
  parent: 'parent',
  shared: 'shared',
} as const

export function essentialFields(facts: SetupFacts, input: SetupInput, t: Translate): Block[] {
  const { settings } = input
  const isNew = facts.teamId === null
  return [
    ...sharedField(facts, input, t),
    field(SETUP.name, t('setup.name'), textInput(settings.name, { maxLength: TEAM_NAME_LENGTH })),
    field(SETUP.members, t('setup.members'), peopleMenu(input.memberUserIds), {
      hint: membersHint(facts, t),
    }),
    field(
      SETUP.role,
      t(isNew ? 'setup.role' : 'setup.roleNewcomers'),
      menu(roleChoices(facts.roles, t), input.role),
      {
        hint: t(isNew ? 'setup.roleHint' : 'setup.roleHintChange'),
      },
    ),
    field(SETUP.prompt, t('setup.prompt'), {
      type: 'timepicker',
      action_id: FIELD,
      initial_time: settings.promptTime,
    }),
    field(
      SETUP.close,
      t('setup.close'),
      menu(durations(CLOSE_AFTER_MINUTES, settings.closeAfterMinutes, t), String(settings.closeAfterMinutes)),
    ),
    field(SETUP.days, t('setup.days'), dayBoxes(settings.workDays, t), { hint: t('setup.daysHint') }),
    field(
      SETUP.country,
      t('setup.country'),
      groupedMenu(countries(settings.holidayCountry, t), settings.holidayCountry ?? NO_COUNTRY),
    ),
    field(
      SETUP.zoneRule,
      t('setup.zoneRule'),
      radio(
        [
          { value: 'member', text: t('setup.zoneRuleMember') },
          { value: 'team', text: t('setup.zoneRuleTeam') },
        ],
        settings.zoneRule,
      ),
    ),
    field(SETUP.locale, t('setup.locale'), menu(languageChoices(), settings.locale)),
  ]
}

export function lessCommonFields(facts: SetupFacts, input: SetupInput, t: Translate): Block[] {
  const { settings } = input
  const blocks = [
    field(
      SETUP.checkinName,
      t('setup.checkinName'),
      textInput(settings.checkinName, { maxLength: CHECKIN_NAME_LENGTH }),
      { hint: t('setup.checkinNameHint'), optional: true },
    ),
    alternateField(facts, input, t),
    ...regionField(input, t),
    field(SETUP.zone, t('setup.zone'), groupedMenu(zoneGroups(t.locale, settings.zone), settings.zone)),
    field(
      SETUP.numbersDay,
      t('setup.numbersDay'),
      radio(
        [
          { value: 'previous', text: t('setup.numbersPrevious') },
          { value: 'same', text: t('setup.numbersSame') },
        ],
        settings.numbersDay,
      ),
      { hint: t('setup.numbersDayHint') },
    ),
    field(
      SETUP.remind,
      t('setup.remind'),
      menu(
        durations(REMIND_BEFORE_MINUTES, settings.remindBeforeCloseMinutes, t),
        String(settings.remindBeforeCloseMinutes),
      ),
    ),
    field(
      SETUP.measure,
      t('setup.measure'),
      groupedMenu(measures(facts.rankable, t), measureValue(settings.measure)),
      { hint: t('setup.measureHint') },
    ),
    weightsField(facts, settings.measure, t),
    field(
      SETUP.boardNames,
      t('setup.boardNames'),
      radio(
        [
          { value: 'top', text: t('setup.boardTop') },
          { value: 'all', text: t('setup.boardAll') },
          { value: 'none', text: t('setup.boardNone') },
        ],
        settings.boardNames,
      ),
      { hint: t('setup.boardNamesHint') },
    ),
    winsField(settings, t),
    okrField(settings, t),
    ...weeklyFields(settings, t),
  ]
  blocks.push(...hoursFields(input, t), ...parentField(facts, input, t))
  if (facts.teamId !== null) blocks.push(managerField(input, t))
  blocks.push(delegateField(input, t))
  if (facts.teamId !== null) return [...blocks, switchLine(facts.teamId, t)]
  // Only for a new team: the currency of stored amounts cannot be changed.
  const currency = field(SETUP.currency, t('setup.currency'), menu(currencyChoices(t), input.currency), {
    hint: t('setup.currencyHint'),
  })
  return [...blocks, currency]
}

const okrField = ({ okrView }: TeamSettings, t: Translate): Block => {
  const choices = [
    { value: 'no', text: t('setup.okrOff') },
    { value: 'yes', text: t('setup.okrOn') },
  ]
  return field(SETUP.okrView, t('setup.okr'), radio(choices, okrView ? 'yes' : 'no'), {
    hint: t('setup.okrHint'),
  })
}

const winsField = ({ wins }: TeamSettings, t: Translate): Block => {
  const choices = [
    { value: 'all', text: t('setup.winsAll') },
    { value: 'big', text: t('setup.winsBig') },
    { value: 'none', text: t('setup.winsNone') },
  ]
  return field(SETUP.wins, t('setup.wins'), radio(choices, wins), { hint: t('setup.winsHint') })
}

/** Only where a team comes into a channel that another organisation reads too; it has to be ticked. */
function sharedField(
  { stage, teamId, movesFrom }: SetupFacts,
  { sharedConfirmed }: SetupInput,
  t: Translate,
): Block[] {
  if (stage !== 'external' || (teamId !== null && movesFrom === null)) return []
  const options = [option({ value: 'confirmed', text: t('setup.sharedConfirm') })]
  const initial = sharedConfirmed ? { initial_options: options } : {}
  return [
    field(SETUP.shared, t('setup.shared'), { type: 'checkboxes', action_id: FIELD, options, ...initial }),
  ]
}

/** A weekday that is worked every other week, with the week in which it is worked first. */
function alternateField({ today }: SetupFacts, { settings }: SetupInput, t: Translate): Block {
  const { choices, chosen } = alternateDays(settings.alternateDay, today, t)
  return field(SETUP.alternate, t('setup.alternate'), menu(choices, chosen), {
    hint: t('setup.alternateHint'),
  })
}

/** Empty when the selected country has no regions. */
function regionField({ settings }: SetupInput, t: Translate): Block[] {
  const choices = regions(settings.holidayCountry, t)
  if (choices.length === 0) return []
  const element = menu(choices, settings.holidayRegion ?? NO_REGION)
  return [field(SETUP.region, t('setup.region'), element)]
}

/** Empty when there is no other team. */
function parentField(facts: SetupFacts, { parentTeamId }: SetupInput, t: Translate): Block[] {
  if (facts.parents.length === 0) return []
  const element = groupedMenu(parents(facts.parents, t), parentTeamId ?? NO_PARENT)
  return [field(SETUP.parent, t('setup.parent'), element, { hint: t('setup.parentHint') })]
}

/** Only for an existing team: the manager of a new team is the person who sets it up. */
function managerField({ managerUserId }: SetupInput, t: Translate): Block {
  const element = { type: 'users_select', action_id: FIELD, initial_user: managerUserId } as const
  return field(SETUP.manager, t('setup.manager'), element, { hint: t('setup.managerHint') })
}

function delegateField({ delegateUserId }: SetupInput, t: Translate): Block {
  const initial = delegateUserId ? { initial_user: delegateUserId } : {}
  const element = { type: 'users_select', action_id: FIELD, ...initial } as const
  return field(SETUP.delegate, t('setup.delegate'), element, {
    hint: t('setup.delegateHint'),
    optional: true,
  })
}

/** When somebody can be expected to answer. */
function hoursFields({ settings: { workingHours } }: SetupInput, t: Translate): Block[] {
  const time = (initial_time: string) => ({ type: 'timepicker' as const, action_id: FIELD, initial_time })
  return [
    field(SETUP.hoursFrom, t('setup.hoursFrom'), time(workingHours.from)),
    field(SETUP.hoursTo, t('setup.hoursTo'), time(workingHours.to), { hint: t('setup.hoursHint') }),
  ]
}

function membersHint(facts: SetupFacts, t: Translate): string {
  const tooMany = facts.teamId === null && facts.memberUserIds.length === 0 && facts.peopleInChannel > 0
  if (tooMany) return t('setup.membersHintLarge', { count: facts.peopleInChannel })
  return t(facts.teamId === null ? 'setup.membersHint' : 'setup.membersHintChange')
}

function dayBoxes(chosen: readonly number[], t: Translate) {
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    text: weekday(day, 'long', t),
  }))
  const initial = days.filter(({ value }) => chosen.includes(Number(value))).map(option)
  return {
    type: 'checkboxes' as const,
    action_id: FIELD,
    options: days.map(option),
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  }
}
