// What a manager's coaching text is made of: one person's last four weeks, as `/kpi rep` shows them, as facts and as plain suggestions.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { RepView } from '../../overview/flows/show-rep.ts'
import { paceOf } from '../../overview/slack/team-figures.ts'
import { mention } from '../../slack/mrkdwn.ts'
import type { OwnTarget } from '../../targets/domain/own-target.ts'
import { percent, periodName } from '../../targets/slack/figures.ts'
import type { Fact, FactSheet, RenderedClaim } from '../domain/fact.ts'
import { type FunnelShare, funnelShares, type Stage } from '../domain/funnel-shares.ts'
import { aboutPerson, fact, inside, nameInside, type Of, plainClaim, shortQuote } from './facts.ts'
import { standingFact } from './standing-facts.ts'

const TARGETS_TOLD = 6
const BLOCKERS_TOLD = 3

export interface SheetWithPlain {
  sheet: FactSheet
  plain: readonly RenderedClaim[]
}

/** For whoever leads the person. */
export function coachingSheet(view: RepView, t: Translate): SheetWithPlain {
  const about = aboutPerson(view.userId, view.name, t)
  // Two people may have one name.
  const command = `rep ${mention(view.userId)}`
  const told = [targetsTold, weeksTold, stepsTold, doneTold, blockersTold].map((tell) =>
    tell({ view, of: { about, command }, t }),
  )
  const plain = told.flatMap((one) => one.plain)
  const sheet: FactSheet = {
    ...{ locale: t.locale, about: view.userId, period: null, mayAdvise: true },
    facts: told.flatMap((one) => one.facts),
    notCovered: [t('ai-text.coachingNotCovered')],
  }
  return { sheet, plain: plain.length === 0 ? [plainClaim(t('ai-text.nothingKnown'), command)] : plain }
}

interface Told {
  facts: Fact[]
  plain: RenderedClaim[]
}

interface Telling {
  view: RepView
  of: Of
  t: Translate
}

const paceIn = ({ progress: { pace } }: OwnTarget): number | null => (pace.known ? pace.value : null)

/** The one furthest behind comes first, with what to ask. */
function targetsTold({ view, of, t }: Telling): Told {
  const sorted = view.targets
    .slice(0, TARGETS_TOLD)
    .toSorted((one, other) => (paceIn(one) ?? 1) - (paceIn(other) ?? 1))
  const told = sorted.map((target, index): Told => {
    const { metric, progress } = target
    const period = periodName(target.period, t)
    const pace = paceIn(target)
    const standing = { ...progress, metric, pace, change: null }
    const { fact: one, sentence } = standingFact(`t${index}.${metric.key}`, standing, { ...of, period }, t)
    const ask =
      index === 0 && pace !== null && pace < 1
        ? spaced(t('ai-text.askBehind', { metric: nameInside(metric, t) }), t)
        : ''
    const said = t('ai-text.inPeriod', { period, said: sentence })
    return { facts: one ? [one] : [], plain: [plainClaim(said + ask, of.command)] }
  })
  return joined(told)
}

const spaced = (text: string, { locale }: Translate): string => (locale === 'en' ? ` ${text}` : text)

const joined = (told: readonly Told[]): Told => ({
  facts: told.flatMap(({ facts }) => facts),
  plain: told.flatMap(({ plain }) => plain),
})

/** Numbers without a target: of the week that runs. */
function weeksTold({ view, of, t }: Telling): Told {
  const held = new Set(view.targets.map(({ metric }) => metric.key))
  const { metrics } = view.weeks.at(-1)!.standing
  const period = t('ai-text.thisWeek')
  const told = metrics
    .filter(({ metric, actual }) => !held.has(metric.key) && actual !== null)
    .slice(0, TARGETS_TOLD)
    .map((one): Told => {
      const { metric, actual, change } = one
      const standing = { metric, actual, target: null, attainment: null, pace: paceOf(one), change }
      const { fact: week, sentence } = standingFact(`w.${metric.key}`, standing, { ...of, period }, t)
      const said = t('ai-text.inPeriod', { period, said: sentence })
      return { facts: week ? [week] : [], plain: [plainClaim(said, of.command)] }
    })
  return joined(told)
}

/** The sums of the four weeks, from stage to stage. */
function stepsTold({ view, of, t }: Telling): Told {
  const sums = new Map<string, { metric: Metric; sum: number }>()
  for (const { standing } of view.weeks)
    for (const { metric, actual } of standing.metrics)
      sums.set(metric.key, { metric, sum: (sums.get(metric.key)?.sum ?? 0) + (actual ?? 0) })
  const stages: Stage[] = [...sums.values()].map(({ metric, sum }) => ({ metric, value: sum }))
  const shares = funnelShares(stages)
  const weakest = shares.toSorted((one, other) => one.share - other.share)[0]
  return joined(shares.map((share) => stepTold(share, share === weakest, of, t)))
}

function stepTold({ from, to, share }: FunnelShare, isWeakest: boolean, of: Of, t: Translate): Told {
  const names = { from: nameInside(from, t), to: nameInside(to, t) }
  const said = t('ai-text.stepSaid', { ...names, share: percent(share, t) })
  const ask = isWeakest ? spaced(t('ai-text.askStep', names), t) : ''
  return toldIn(`step.${to.key}`, said, ['funnel'], { of, ask, t })
}

/** Of the four weeks together. */
function toldIn(
  key: string,
  said: string,
  fields: Fact['fields'],
  { of, ask, t }: { of: Of; ask: string; t: Translate },
): Told {
  const period = t('ai-text.fourWeeks')
  return {
    facts: [fact(key, inside(said), fields, { ...of, period })],
    plain: [plainClaim(t('ai-text.inPeriod', { period, said }) + ask, of.command)],
  }
}

function doneTold({ view, of, t }: Telling): Told {
  const sum = (what: 'done' | 'planned') => view.weeks.reduce((all, { answers }) => all + answers[what], 0)
  const [done, planned] = [sum('done'), sum('planned')]
  if (planned === 0) return { facts: [], plain: [] }
  const said = t('ai-text.standing', {
    metric: t('rep.done'),
    said: t('rep.partOf', { part: done, of: planned }),
  })
  const ask = done < planned ? spaced(t('ai-text.askOpen'), t) : ''
  return toldIn('done', said, ['checkin-states'], { of, ask, t })
}

function blockersTold({ view, of, t }: Telling): Told {
  return joined(
    view.blockers.slice(0, BLOCKERS_TOLD).map(({ text, raisedOn }, index): Told => {
      const blocked = { date: formatDate(raisedOn, t.locale), text: shortQuote(text) }
      return {
        facts: [fact(`blocker${index}`, t('ai-text.blockedSince', blocked), ['blockers', 'dates'], of)],
        plain: [plainClaim(t('ai-text.blocked', blocked), of.command)],
      }
    }),
  )
}
