// Renders `/kpi target history`: what was changed, by whom and why, the newest first.
import { formatFullDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { RenderedMessage } from '../../slack/blocks.ts'
import { escapeWithin, quoted, sectionsOf, wordsOf } from '../../slack/lines.ts'
import type { HistoryLine, TargetHistory } from '../flows/target-history.ts'
import { periodWithin, targetName } from './figures.ts'
import { partOfText } from './part-of.ts'

const NAME_LENGTH = 60
const REASON_LENGTH = 300

export function renderHistory({ team, ofTeam, lines }: TargetHistory, t: Translate): RenderedMessage {
  const title = `*${t(ofTeam ? 'target.history' : 'target.historyOwn', { team: teamLabel(team, t) })}*`
  const told = lines.flatMap((line) => {
    const { reason } = line.version
    return [lineText(line, ofTeam, t), ...(reason === '' ? [] : [quoted(reason, REASON_LENGTH)])]
  })
  const all = [title, ...(told.length > 0 ? told : [t('target.historyNone')])]
  return { text: wordsOf(all), blocks: sectionsOf(all) }
}

function lineText(
  { version, within, metric, before, after, byName, partOf }: HistoryLine,
  ofTeam: boolean,
  t: Translate,
): string {
  const written = (value: number | null) =>
    value === null ? t('target.historyNothing') : formatValue(metric, value, t.locale)
  const single = ofTeam && version.split === null
  const line = t('target.historyLine', {
    when: formatFullDate(version.effectiveFrom, t.locale),
    metric: targetName(metric, t),
    period: periodWithin(version.period, within, t),
    change: single ? t('target.historyRep') : `${written(before)} → ${written(after)}`,
    who: escapeWithin(byName, NAME_LENGTH),
  })
  return partOf ? `${line} · ${partOfText(partOf, 'cascade.historyPartOf', t)}` : line
}
