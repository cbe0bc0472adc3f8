// The form in which a manager sets extra working days and days off for the team.

import { formatDate, formatDateBy, formatFullDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Block, ModalView } from '../../slack/blocks.ts'
import { dateIn } from '../../slack/dates.ts'
import { chosenIn, FIELD, field, modal, plain, radio, section } from '../../slack/fields.ts'
import { mrkdwn } from '../../slack/mrkdwn.ts'
import type { FormState } from '../../slack/requests.ts'
import type { ExtraDay } from '../domain/calendar.ts'
import type { DayChange, DayChanged, DaysFacts } from '../flows/change-extra-days.ts'
import { TEAM } from './ids.ts'
import { teamLabel } from './team-line.ts'

export const DAYS = { date: 'date', kind: 'kind' } as const

const MAX_LISTED = 40

interface DaysShown {
  note?: string
  /** What was typed after the command. */
  typed?: { date: Temporal.PlainDate | null; kind: ExtraDay | null }
}

export function daysView(facts: DaysFacts, t: Translate, { note, typed }: DaysShown = {}): ModalView {
  const intro = [t('team.daysOf', { team: teamLabel(facts, t) }), ...alternateLine(facts, t)].join('\n')
  return modal({
    callbackId: TEAM.daysForm,
    title: t('team.daysTitle'),
    submit: t('common.save'),
    close: t(note ? 'setup.finish' : 'common.cancel'),
    metadata: { teamId: facts.teamId },
    blocks: [
      section(note ? `${note}\n${intro}` : intro),
      ...listed(facts, t),
      field(DAYS.date, t('team.day'), {
        type: 'datepicker',
        action_id: FIELD,
        ...(typed?.date ? { initial_date: typed.date.toString() } : {}),
      }),
      field(
        DAYS.kind,
        t('team.dayKind'),
        radio(
          [
            { value: 'off', text: t('team.dayOff') },
            { value: 'on', text: t('team.dayOn') },
          ],
          typed?.kind ?? 'off',
        ),
      ),
    ],
  })
}

function alternateLine({ nextAlternate }: DaysFacts, t: Translate): string[] {
  if (!nextAlternate) return []
  const day = formatDateBy(nextAlternate, t.locale, { weekday: 'long' })
  return [t('team.daysAlternate', { day, date: formatDate(nextAlternate, t.locale) })]
}

function listed({ recorded }: DaysFacts, t: Translate): Block[] {
  const blocks: Block[] = recorded.slice(0, MAX_LISTED).map((day) => ({
    type: 'section',
    text: mrkdwn(dayLine(day, t)),
    accessory: {
      type: 'button',
      action_id: `${TEAM.normalDay}#${day.date}`,
      text: plain(t('team.dayNormal')),
      value: day.date.toString(),
    },
  }))
  const more = recorded.length - blocks.length
  return more > 0 ? [...blocks, section(t('team.listedMore', { count: more }))] : blocks
}

/** 'Sat, Oct 10, 2026 · works'. */
export function dayLine({ date, kind }: { date: Temporal.PlainDate; kind: ExtraDay }, t: Translate): string {
  const written = dayText(date, t)
  return t(kind === 'on' ? 'team.dayListedOn' : 'team.dayListedOff', { date: written })
}

export const dayText = (date: Temporal.PlainDate, t: Translate): string => formatFullDate(date, t.locale)

export type DayRead =
  | { ok: true; value: DayChange & { kind: ExtraDay } }
  | { ok: false; errors: Record<string, string> }

export function readDay(state: FormState, t: Translate): DayRead {
  const date = dateIn(state, DAYS.date)
  if (!date) return { ok: false, errors: { [DAYS.date]: t('team.dayMissing') } }
  return { ok: true, value: { date, kind: chosenIn(state, DAYS.kind) === 'on' ? 'on' : 'off' } }
}

export function dayProblemText(problem: Exclude<DayChanged, { ok: true }>, t: Translate): string {
  if (problem.reason === 'past') return t('team.dayPast')
  return t(problem.reason === 'too-far-ahead' ? 'team.dayTooFar' : 'team.notAllowed')
}
