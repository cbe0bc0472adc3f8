// Whose public holidays a person keeps: opened from the members form by who manages them, and from `/kpi leave` by themselves.
import { z } from 'zod'
import { formatDate } from '../../core/i18n/format.ts'
import { mention } from '../../slack/mrkdwn.ts'
import { textMessage } from '../../slack/receivers/receiver.ts'
import type { ActionHandler, SubmitHandler } from '../../slack/requests.ts'
import { changeHolidays, loadHolidays } from '../flows/change-holidays.ts'
import { placeName } from './country-and-zone-choices.ts'
import { HOLIDAYS, holidaysView, readHolidays, readHolidaysMetadata } from './holidays-form.ts'
import { OWN_HOLIDAYS } from './ids.ts'

export const toHolidays: ActionHandler = async (call, context) => {
  const { who, t, value } = call
  const teamId = value === OWN_HOLIDAYS ? null : z.uuid().safeParse(value).data
  const facts = teamId === undefined ? null : await loadHolidays(context, who, teamId)
  if (!facts) return call.replyEphemeral(textMessage(t('team.notAllowed')))
  await call.update(holidaysView(facts, who.userId, t))
}

export const submitHolidays: SubmitHandler = async ({ who, t, state, metadata }, context) => {
  const refused = (block: string, text: string) => ({ kind: 'errors', errors: { [block]: text } }) as const
  const teamId = readHolidaysMetadata(metadata)
  if (teamId === undefined) return refused(HOLIDAYS.country, t('team.notAllowed'))
  if (!(await loadHolidays(context, who, teamId))) return refused(HOLIDAYS.country, t('team.notAllowed'))
  const read = readHolidays(state, teamId ? null : who.userId, t)
  if (!read.ok) return { kind: 'errors', errors: read.errors }
  const { userId, place } = read
  const changed = await changeHolidays(context, who, userId, place)
  const field = teamId ? HOLIDAYS.who : HOLIDAYS.country
  if (!changed.ok) return refused(field, t(teamId ? 'holidays.notTheirs' : 'team.notAllowed'))
  const facts = await loadHolidays(context, who, teamId)
  if (!facts) return refused(field, t('team.notAllowed'))
  const said = { person: mention(userId), date: formatDate(changed.from, t.locale) }
  const note = t('holidays.saved', { ...said, place: place ? placeName(place, t) : t('holidays.teams') })
  return { kind: 'update', view: holidaysView(facts, who.userId, t, { userId, place, note }) }
}
