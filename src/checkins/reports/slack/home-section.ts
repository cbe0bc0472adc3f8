// The Home tab's part for reports: those that can be filed or edited now.
import { formatDate, formatTime } from '../../../core/i18n/format.ts'
import type { Translate } from '../../../core/i18n/translate.ts'
import { membershipsOf } from '../../../numbers/flows/memberships.ts'
import type { Block } from '../../../slack/blocks.ts'
import { section } from '../../../slack/fields.ts'
import type { HomeSection } from '../../../slack/home.ts'
import { mayFileReport } from '../domain/permissions.ts'
import type { ReportDay } from '../domain/report.ts'
import { openReports } from '../flows/open-report.ts'
import { REPORT } from './ids.ts'
import { answerButtons, reportButton } from './report-buttons.ts'
import { callingReport } from './report-words.ts'

const REPORTS_SHOWN = 3

export const myReports: HomeSection = {
  place: 12,
  draw: async (who, now, t, { db }) => {
    const memberships = await membershipsOf(db, who, mayFileReport, now)
    const open = await openReports(db, memberships, now)
    return open.slice(0, REPORTS_SHOWN).flatMap((day) => reportBlocks(day, now, t))
  },
}

function reportBlocks(day: ReportDay, now: Temporal.Instant, translate: Translate): Block[] {
  const t = callingReport(day.definition, translate)
  const { name, date, member, window, zone, state } = day
  const answered = state === 'answered' || state === 'late'
  const late = Temporal.Instant.compare(window.closeAt, now) <= 0
  const said = { date: formatDate(date, t.locale), time: formatTime(window.closeAt, zone, t.locale) }
  const of = { teamId: member.teamId, name, date }
  const waiting = late ? t('home.standupLate', said) : t('home.standupOpen', said)
  const buttons =
    answered || late
      ? [reportButton(REPORT.open, of, t(answered ? 'standup.edit' : 'standup.fileLate'))]
      : answerButtons(of, false, t)
  // Ids must be unique in a view.
  const elements = buttons.map((one) => ({
    ...{ ...one, action_id: `${one.action_id}#${member.teamId}:${name}` },
  }))
  return [section(answered ? t('home.standupAnswered', said) : waiting), { type: 'actions', elements }]
}
