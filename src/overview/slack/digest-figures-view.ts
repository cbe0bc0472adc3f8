// Draws all figures behind a report's digest: each number with what each person contributed, and the open requests for support.
import { callingReport } from '../../checkins/reports/slack/report-words.ts'
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { modal, section } from '../../slack/fields.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { besideWeek } from '../domain/month-standings.ts'
import type { ReportDigest } from '../domain/report-digest.ts'
import { monthText, standingText, uncountedLines, whyLines } from './digest-figures.ts'
import { OVERVIEW } from './ids.ts'
import { supportLine } from './report-digest.ts'

const NAME_LENGTH = 60
const LINE_LENGTH = 2500
const METRICS_SHOWN = 20
const REQUESTS_SHOWN = 30

/** Everything that the message has no room for. */
export function figuresView(digest: ReportDigest, translate: Translate): ModalView {
  const t = callingReport(digest.definition, translate)
  const { week, month, support, date } = digest
  const others = besideWeek(month, week).slice(0, METRICS_SHOWN)
  const lines = [
    ...week
      .slice(0, METRICS_SHOWN)
      .map((one) => [standingText(one, digest, t), ...whyLines(one, digest, Number.MAX_SAFE_INTEGER, t)]),
    ...others.map((one) => [monthText(one, date, t)]),
  ]
  const open = uncountedLines(digest, (names) => namesIn(names, t), t)
  const requests = support.slice(0, REQUESTS_SHOWN).map((request) => supportLine(request, t))
  const asked = requests.length > 0 ? [`*${t('report.supportTitle')}*`, ...requests] : []
  return modal({
    callbackId: OVERVIEW.digestFigures,
    title: t('digest.figuresTitle', { date: formatDate(date, t.locale) }),
    submit: null,
    close: t('common.close'),
    metadata: {},
    blocks: [
      ...lines.flatMap((own) => sectionsOf(own.map((line) => cut(line)))),
      ...(week.length > 0 ? sectionsOf(open.map((line) => cut(line))) : []),
      ...sectionsOf(asked),
      ...(lines.length + asked.length === 0 ? [section(t('digest.noFigures'))] : []),
    ],
  })
}

const namesIn = (names: readonly string[], t: Translate): string =>
  names.map((name) => escapeWithin(name, NAME_LENGTH)).join(t('common.listSeparator'))

/** Fifty people’s parts still fit into a block. */
const cut = (line: string): string => {
  const points = [...line]
  return points.length <= LINE_LENGTH ? line : `${points.slice(0, LINE_LENGTH).join('')}…`
}
