// "Why?" beside the sum of teams in several currencies: each team's own money, the plan rate and who set it, to be checked by hand.
import { periodText } from '../../boards/slack/period-text.ts'
import { formatFullDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import { cleanText } from '../../core/text.ts'
import { localDate } from '../../core/time.ts'
import { formatValue } from '../../numbers/slack/format-value.ts'
import { fiscalYearName, rateNumber, rateText } from '../../numbers/slack/rate-text.ts'
import { teamLabel } from '../../org/slack/team-line.ts'
import type { ModalView } from '../../slack/blocks.ts'
import { modal, section } from '../../slack/fields.ts'
import { readJson } from '../../slack/json.ts'
import { limits } from '../../slack/limits.ts'
import { escapeWithin, sectionsOf } from '../../slack/lines.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { ActionHandler } from '../../slack/requests.ts'
import type { NamedMoney } from '../../targets/flows/tree-progress.ts'
import { percent } from '../../targets/slack/figures.ts'
import { type ExplainedSums, explainSums } from '../flows/explain-sums.ts'
import { OVERVIEW } from './ids.ts'
import { answerTo, Wanted } from './team-command.ts'
import { plainName, teamAttainment } from './team-figures.ts'
import { currencyLines } from './teams-table.ts'

const NAME_LENGTH = 60
const LONGEST = 200
/** Beside what is said of rates and of what has none. */
const BLOCKS_SHOWN = limits.view.blocks.maxItems - 10

export const showWhySum: ActionHandler = async (call, context) => {
  const wanted = readJson(call.value, Wanted)
  if (!wanted) return
  const { team: teamId, page: _, ...asked } = wanted
  const explained = await explainSums(context, call.who, { teamId }, asked)
  if (!explained.ok) return call.replyEphemeral(await answerTo(explained, call, context, ''))
  const view = whySumView(explained, call.who.zone, call.t)
  await (call.view ? call.push(view) : call.open(view))
}

/** `zone`: of the reader, for the day on which the rates were set. */
export function whySumView({ view, set }: ExplainedSums, zone: string, t: Translate): ModalView {
  const { tree, team, progress, today } = view
  const byMetric = [...Map.groupBy(tree?.money ?? [], ({ metric }) => metric.key).values()]
  const sums = sectionsOf(byMetric.flatMap((own) => sumLines(own, view, t)))
  const year = tree?.rates?.yearFrom
  const said = year && {
    year: fiscalYearName({ from: year, to: year.add({ years: 1 }).subtract({ days: 1 }) }, t),
    rates: tree.used.map((one) => rateText(one, t)).join(t('common.listSeparator')) || '–',
  }
  const setLine =
    said && set
      ? t('overview.sumRates', {
          ...{ ...said, who: mention(set.setBy) },
          date: formatFullDate(localDate(set.setAt, zone), t.locale),
        })
      : null
  const apart = tree ? currencyLines({ ...tree, used: [] }, t) : []
  return modal({
    callbackId: OVERVIEW.whySum,
    title: t('target.whyTitle'),
    submit: null,
    close: t('common.close'),
    metadata: {},
    blocks: [
      section(`*${teamLabel(team, t)} · ${periodText(progress.period, t, today)}*`),
      ...(sums.length > 0 ? sums.slice(0, BLOCKS_SHOWN) : [section(t('target.whyNone'))]),
      ...sectionsOf([...apart, ...(setLine ? [setLine] : [])]),
    ],
  })
}

/** A line for each team, and what they come to. */
function sumLines(own: readonly NamedMoney[], { tree }: ExplainedSums['view'], t: Translate): string[] {
  const { metric } = own[0]!
  const sum = tree?.whole.find((one) => one.metric.key === metric.key)
  return [
    `*${escapeWithin(plainName(metric, t), NAME_LENGTH)}*`,
    ...own.map((one) => teamText(one, sum?.metric ?? one.metric, t)),
    ...(sum && sum.actual !== null ? [totalText(sum.actual, sum, t)] : []),
  ]
}

function teamText({ name, metric, actual, rate, into }: NamedMoney, sum: NamedMoney['metric'], t: Translate) {
  const said = {
    team: escapeWithin(cleanText(name, LONGEST), NAME_LENGTH),
    amount: formatValue(metric, actual, t.locale),
  }
  if (into === null) return t('overview.sumApart', said)
  if (!rate) return t('overview.sumSame', said)
  const value = formatValue(sum, into, t.locale)
  return t('overview.sumTeam', { ...said, rate: rateNumber(rate.rate, t.locale), into: value })
}

function totalText(
  actual: number,
  sum: NonNullable<ExplainedSums['view']['tree']>['whole'][number],
  t: Translate,
): string {
  const written = formatValue(sum.metric, actual, t.locale)
  const reached = teamAttainment(sum)
  if (!sum.target || reached === null) return t('overview.sumTotal', { sum: written })
  const target = formatValue(sum.metric, Math.round(sum.target.target), t.locale)
  return t('overview.sumOfTarget', { sum: written, target, share: percent(reached, t) })
}
