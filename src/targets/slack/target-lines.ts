// The lines that tell a person how they stand against a target: attainment, pace, gap, and what it takes from here.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import type { Block, Button } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import { limits } from '../../slack/limits.ts'
import { clip, mrkdwn } from '../../slack/mrkdwn.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { LEAST_BELOW } from '../domain/progress.ts'
import { forecastValues, percent, periodWithin, roundedValue, scoreText, targetName } from './figures.ts'
import { TARGETS } from './ids.ts'
import { restText } from './rest-text.ts'
import { targetChart } from './target-chart.ts'
import { hasForecast, targetTable } from './target-table.ts'

/** Up to four short lines. */
export function targetLines(target: OwnTarget, t: Translate): string[] {
  const rest = restText(target, t)
  return [
    scored(headText(target, t), target, t),
    paceText(target, t),
    ...forecastText(target, t),
    ...(rest === null ? [] : [rest]),
  ]
}

function scored(head: string, { okr, progress }: OwnTarget, t: Translate): string {
  const score = okr ? scoreText(progress.attainment, t) : null
  return score === null ? head : `${head} · ${t('target.score', { score })}`
}

function headText({ metric, period, partOf, progress }: OwnTarget, t: Translate): string {
  const { actual, attainment } = progress
  const said = {
    ...{ metric: targetName(metric, t), period: periodWithin(period, partOf, t) },
    target: roundedValue(metric, progress.target, t),
  }
  const summed = metric.kind === 'additive'
  if (actual === null) return t(summed ? 'target.headNone' : 'target.headRateNone', said)
  const reached = { ...said, actual: formatValue(metric, actual, t.locale) }
  if (!summed || attainment === null || !metric.higherIsBetter) return t('target.headRate', reached)
  return t('target.head', { ...reached, attainment: percent(attainment, t) })
}

function paceText({ metric, progress }: OwnTarget, t: Translate): string {
  const { pace, target, counted, timeShare } = progress
  if (!pace.known) {
    if (pace.reason === 'too-few') return t('target.tooFew', { least: LEAST_BELOW })
    return t(pace.reason === 'no-days' ? 'target.noDays' : 'target.notYet')
  }
  if (metric.kind !== 'additive') return rateGap(metric, progress.gap, t)
  return t(metric.higherIsBetter ? 'target.pace' : 'target.paceUsed', {
    time: percent(timeShare, t),
    reached: target === 0 ? '–' : percent((counted ?? 0) / target, t),
    gap: gapText(metric, progress.gap, t),
  })
}

function gapText(metric: Metric, gap: number, t: Translate): string {
  const whole = Math.round(gap)
  if (whole === 0) return t('target.onPace')
  const said = { gap: roundedValue(metric, Math.abs(gap), t) }
  if (metric.higherIsBetter) return whole > 0 ? t('target.ahead', said) : t('target.behind', said)
  return whole > 0 ? t('target.spare', said) : t('target.overspent', said)
}

function rateGap(metric: Metric, gap: number, t: Translate): string {
  if (Math.round(gap) === 0) return t('target.reached')
  const said = { gap: roundedValue(metric, Math.abs(gap), t) }
  return gap > 0 ? t('target.rateAhead', said) : t('target.rateBehind', said)
}

function forecastText({ metric, forecast }: OwnTarget, t: Translate): string[] {
  const values = forecastValues(metric, forecast, t)
  return values ? [t('target.forecast', values)] : []
}

/** For the receipt of a standup: what is left of each number that was just reported, in one line. */
export function shortLine(target: OwnTarget, t: Translate): string | null {
  const rest = restText(target, t)
  return rest === null ? null : `*${targetName(target.metric, t)}* ${rest.replaceAll('*', '')}`
}

/** The targets of one team: table, chart, and the button that explains them. */
export const targetBlocks = (
  teamId: string,
  targets: readonly OwnTarget[],
  t: Translate,
  title: string,
): Block[] => [
  section(`*${title}*`),
  ...targetFigures(targets, t),
  { type: 'actions', elements: [whyButton(teamId, t)] },
]

/** The same of somebody else, in lines: a message has one table, and theirs is of something else. */
export const targetSections = (
  { teamId, userId }: { teamId: string; userId: string },
  targets: readonly OwnTarget[],
  t: Translate,
  title: string,
): Block[] => [
  section(`*${title}*`),
  ...targets.map((target) => section(targetLines(target, t).join('\n'))),
  { type: 'actions', elements: [whyButton(teamId, t, { userId })] },
]

/** Table and chart, as messages show them. */
export const targetFigures = (targets: readonly OwnTarget[], t: Translate): Block[] => [
  targetTable(
    targets.map((target) => ({ target, team: null })),
    t,
  ),
  ...forecastHint(targets, t),
  ...targetChart(targets, t),
]

/** What stands in the brackets behind a forecast. */
export const forecastHint = (targets: readonly OwnTarget[], t: Translate): Block[] =>
  hasForecast(targets, t) ? [{ type: 'context', elements: [mrkdwn(t(hintOf(targets)))] }] : []

const hintOf = (targets: readonly OwnTarget[]) =>
  targets.some(({ forecast }) => (forecast?.rate.pull ?? 0) > 0)
    ? 'target.forecastHintTeam'
    : 'target.forecastHint'

/** `label` tells the buttons of several teams in one view apart. `userId`: whose targets, where they are not the reader's own. */
export const whyButton = (
  teamId: string,
  t: Translate,
  { label, userId = null }: { label?: string; userId?: string | null } = {},
): Button => ({
  type: 'button',
  action_id: label === undefined ? TARGETS.why : `${TARGETS.why}#${teamId}`,
  text: plain(clip(label ?? t('target.why'), limits.button.text.maxLength)),
  value: userId === null ? teamId : `${teamId} ${userId}`,
})

/** The same in words. */
export const targetWords = (targets: readonly OwnTarget[], t: Translate, title: string): string[] => [
  `*${title}*`,
  ...targets.flatMap((target) => targetLines(target, t)),
]
