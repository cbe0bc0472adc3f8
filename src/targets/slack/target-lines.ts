// The lines that tell a person how they stand against a target: attainment, pace, gap, and what it takes from here.
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import type { Block } from '../../slack/blocks.ts'
import { plain, section } from '../../slack/fields.ts'
import type { OwnTarget } from '../domain/own-target.ts'
import { LEAST_BELOW } from '../domain/progress.ts'
import { nameWithin, percent, perDayValue, periodName, roundedValue, targetName } from './figures.ts'
import { TARGETS } from './ids.ts'

/** Two or three short lines. */
export function targetLines(target: OwnTarget, t: Translate): string[] {
  const rest = restText(target, t)
  return [headText(target, t), paceText(target, t), ...(rest === null ? [] : [rest])]
}

function headText({ metric, period, progress }: OwnTarget, t: Translate): string {
  const { actual, attainment } = progress
  const said = {
    ...{ metric: targetName(metric, t), period: periodName(period, t) },
    target: formatValue(metric, progress.target, t.locale),
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

function restText({ metric, progress, work }: OwnTarget, t: Translate): string | null {
  const { rest } = progress
  if (!rest || progress.days === 0) return null
  const said = {
    rest: formatValue(metric, rest.amount, t.locale),
    days: rest.days,
  }
  if (!metric.higherIsBetter) {
    if (rest.amount === 0) return t('target.used')
    return rest.perDay === null
      ? null
      : t('target.toUse', { ...said, perDay: perDayValue(metric, rest.perDay, t) })
  }
  if (rest.amount === 0) return progress.target === 0 ? null : t('target.reached')
  if (rest.perDay === null) return t('target.toGoOver', said)
  const perDay = perDayValue(metric, rest.perDay, t)
  if (!work) return t('target.toGo', { ...said, perDay })
  const needed = formatValue(work.metric, work.perDay * 10 ** work.metric.decimals, t.locale)
  return t('target.toGoWork', { ...said, perDay: needed, work: nameWithin(work.metric, t) })
}

/** For the receipt of a standup: what is left of each number that was just reported, in one line. */
export function shortLine(target: OwnTarget, t: Translate): string | null {
  const rest = restText(target, t)
  return rest === null ? null : `*${targetName(target.metric, t)}* ${rest.replaceAll('*', '')}`
}

/** The targets of one team with the button that explains them. */
export function targetBlocks(
  teamId: string,
  targets: readonly OwnTarget[],
  t: Translate,
  title: string,
  /** Whose they are, where they are not the reader's own. */
  userId: string | null = null,
): Block[] {
  const button = {
    type: 'button',
    // Ids must be unique in a view, so the team's id follows the `#`.
    action_id: `${TARGETS.why}#${teamId}`,
    text: plain(t('target.why')),
    value: userId === null ? teamId : `${teamId} ${userId}`,
  } as const
  const texts = targets.map((target) => targetLines(target, t).join('\n'))
  return [
    { ...(section(`*${title}*`) as Extract<Block, { type: 'section' }>), accessory: button },
    ...texts.map(section),
  ]
}

/** The same in words. */
export const targetWords = (targets: readonly OwnTarget[], t: Translate, title: string): string[] => [
  `*${title}*`,
  ...targets.flatMap((target) => targetLines(target, t)),
]
