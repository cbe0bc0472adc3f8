// The buttons of a member's report: to fill it in, to file it as it stands, to be off, to be reminded again.
import { z } from 'zod'
import type { Translate } from '../../../core/i18n/translate.ts'
import type { Button } from '../../../slack/blocks.ts'
import { IsoDate } from '../../../slack/dates.ts'
import { plain } from '../../../slack/fields.ts'
import { readJson } from '../../../slack/json.ts'
import { REPORT } from './ids.ts'

/** Which report. The person who clicks is checked against the database. */
export interface ReportRef {
  teamId: string
  name: string
  date: Temporal.PlainDate
}

const Ref = z.object({ team: z.uuid(), checkin: z.string(), date: IsoDate })

/** Null: invalid or forged. */
export function readReportRef(value: string): ReportRef | null {
  const read = readJson(value, Ref)
  return read && { teamId: read.team, name: read.checkin, date: read.date }
}

export const reportButton = (
  actionId: string,
  { teamId, name, date }: ReportRef,
  label: string,
  style?: 'primary' | null,
): Button => ({
  ...{ type: 'button', action_id: actionId, text: plain(label) },
  value: JSON.stringify({ team: teamId, checkin: name, date: date.toString() }),
  ...(style && { style }),
})

/** `known`: what "As it stands" files is known, so that it stands out. */
export const answerButtons = (of: ReportRef, known: boolean, t: Translate): Button[] => [
  reportButton(REPORT.asItStands, of, t('report.asItStands'), known ? 'primary' : null),
  reportButton(REPORT.open, of, t('standup.start'), known ? null : 'primary'),
]

/** `snoozed`: the member is reminded already. */
export const laterButtons = (of: ReportRef, snoozed: boolean, t: Translate): Button[] => [
  reportButton(REPORT.offToday, of, t('standup.offToday')),
  ...(snoozed ? [] : [reportButton(REPORT.snooze, of, t('standup.snooze'))]),
]
