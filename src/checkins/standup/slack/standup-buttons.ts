// The buttons of a member's standup: to fill it in, to file it as planned, to be off, to be reminded again.
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Button } from '../../../slack/blocks.ts'
import { plain } from '../../../slack/fields.ts'
import { STANDUP } from './ids.ts'

/** Which standup. The person who clicks is checked against the database. */
export interface StandupRef {
  teamId: string
  date: Temporal.PlainDate
}

export const standupValue = ({ teamId, date }: StandupRef): string =>
  JSON.stringify({ team: teamId, date: date.toString() })

export const standupButton = (
  actionId: string,
  of: StandupRef,
  label: string,
  style?: 'primary' | null,
): Button => ({
  type: 'button',
  action_id: actionId,
  text: plain(label),
  value: standupValue(of),
  ...(style && { style }),
})

/** The two ways to answer. `known`: what "As planned" files without a form is known, so that it stands out. */
export const answerButtons = (of: StandupRef, known: boolean, t: Translate): Button[] => [
  standupButton(STANDUP.asPlanned, of, t('standup.asPlanned'), known ? 'primary' : null),
  standupButton(STANDUP.open, of, t('standup.start'), known ? null : 'primary'),
]

/** The two ways not to answer now. `snoozed`: the member is reminded already. */
export const laterButtons = (of: StandupRef, snoozed: boolean, t: Translate): Button[] => [
  standupButton(STANDUP.offToday, of, t('standup.offToday')),
  ...(snoozed ? [] : [standupButton(STANDUP.snooze, of, t('standup.snooze'))]),
]
