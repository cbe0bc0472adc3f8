// What a manager's coaching text is made of: one person's last four weeks, as `/kpi rep` shows them, as facts and as plain suggestions.
import { formatDate } from '../../core/i18n/format.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { RepView } from '../../overview/flows/show-rep.ts'
import { paceOf } from '../../overview/slack/team-figures.ts'
import type { OwnTarget } from '../../targets/domain/own-target.ts'
import { percent, periodName } from '../../targets/slack/figures.ts'
import type { Fact, FactSheet, RenderedClaim } from '../domain/fact.ts'
import { type FunnelShare, funnelShares, type Stage } from '../domain/funnel-shares.ts'
import {
  dateFact,
  figure,
  labelFact,
  nameFact,
  nameInside,
  plainClaim,
  quoteFact,
  shortName,
} from './facts.ts'
import { type StandingOf, standingFacts } from './standing-facts.ts'

const TARGETS_TOLD = 6
const BLOCKERS_TOLD = 3
const WEEK = 'week'
const MONTH = 'period'
const FOUR_WEEKS = 'four-weeks'

export interface SheetWithPlain {
  sheet: FactSheet
  plain: readonly RenderedClaim[]
}

/** `reader`: whoever leads the person. */
export function coachingSheet(view: RepView, reader: string, t: Translate): SheetWithPlain {
  const name = shortName(view.name) || t('overview.someone')
  const command = `rep @${name}`
  const told = { view, command, t }
  const targets = targetsTold(told)
  const weeks = weeksTold(told)
  const steps = stepsTold(told)
  const done = doneTold(told)
  const blocked = blockersTold(told)
  const facts: Fact[] = [
    nameFact('name', view.userId, name, 'names-of-people', command),
    dateFact(WEEK, t('ai-text.thisWeek'), command),
    dateFact(FOUR_WEEKS, t('ai-text.fourWeeks'), command),
    ...[targets, weeks, steps, done, blocked].flatMap((one) => one.facts),
  ]
  const isEmpty = [targets, weeks, steps, done, blocked].every(({ plain }) => plain.length === 0)
  const sheet: FactSheet = {
    ...{ locale: t.locale, reader, about: view.userId, facts: isEmpty ? [] : facts },
    notCovered: [t('ai-text.coachingNotCovered')],
  }
  const plain = [targets, weeks, steps, done, blocked].flatMap((one) => one.plain)
  return { sheet, plain: isEmpty ? [plainClaim(t('ai-text.nothingKnown'), command)] : plain }
}

interface Told {
  facts: Fact[]
  plain: RenderedClaim[]
}

interface Telling {
  view: RepView
  command: string
  t: Translate
}

const paceIn = ({ progress: { pace } }: OwnTarget): number | null => (pace.known ? pace.value : null)

/** The one furthest behind comes first, with what to ask. */
function targetsTold({ view, command, t }: Telling): Told {
  const sorted = view.targets
    .slice(0, TARGETS_TOLD)
    .toSorted((one, other) => (paceIn(one) ?? 1) - (paceIn(other) ?? 1))
  const told = sorted.map((target, index) => {
    const { metric, progress, period } = target
    const of: StandingOf = { prefix: `t${index}.`, subject: view.userId, when: `${MONTH}${index}`, command }
    const pace = paceIn(target)
    const standing = {
      metric,
      actual: progress.actual,
      target: progress.target,
      attainment: progress.attainment,
      pace,
      change: null,
    }
    const { facts, sentence } = standingFacts(standing, of, t)
    const when = periodName(period, t)
    const ask =
      index === 0 && pace !== null && pace < 1
        ? t('ai-text.askBehind', { metric: nameInside(metric, t) })
        : ''
    return {
      facts: [dateFact(of.when, when, command), labelFact(metric, command, t), ...facts],
      plain: [
        plainClaim(
          `${t('ai-text.inPeriod', { period: when, said: sentence })}${ask && spaced(ask, t)}`,
          command,
        ),
      ],
    }
  })
  return joined(told)
}

const spaced = (text: string, { locale }: Translate): string => (locale === 'en' ? ` ${text}` : text)

const joined = (told: readonly Told[]): Told => ({
  facts: unique(told.flatMap(({ facts }) => facts)),
  plain: told.flatMap(({ plain }) => plain),
})

const unique = (facts: readonly Fact[]): Fact[] => [
  ...new Map(facts.map((fact) => [fact.key, fact])).values(),
]

/** Numbers without a target: of the week that runs. */
function weeksTold({ view, command, t }: Telling): Told {
  const held = new Set(view.targets.map(({ metric }) => metric.key))
  const { metrics } = view.weeks.at(-1)!.standing
  const told = metrics
    .filter(({ metric, actual }) => !held.has(metric.key) && actual !== null)
    .slice(0, TARGETS_TOLD)
    .map((one): Told => {
      const of: StandingOf = { prefix: 'w.', subject: view.userId, when: WEEK, command }
      const { metric, actual, change } = one
      const standing = { metric, actual, target: null, attainment: null, pace: paceOf(one), change }
      const { facts, sentence } = standingFacts(standing, of, t)
      const said = t('ai-text.inPeriod', { period: t('ai-text.thisWeek'), said: sentence })
      return { facts: [labelFact(metric, command, t), ...facts], plain: [plainClaim(said, command)] }
    })
  return joined(told)
}

/** The sums of the four weeks, from stage to stage. */
function stepsTold({ view, command, t }: Telling): Told {
  const sums = new Map<string, { metric: Metric; sum: number }>()
  for (const { standing } of view.weeks)
    for (const { metric, actual } of standing.metrics)
      sums.set(metric.key, { metric, sum: (sums.get(metric.key)?.sum ?? 0) + (actual ?? 0) })
  const stages: Stage[] = [...sums.values()].map(({ metric, sum }) => ({ metric, value: sum }))
  const shares = funnelShares(stages)
  const weakest = shares.toSorted((one, other) => one.share - other.share)[0]
  return joined(shares.map((share) => stepTold(share, share === weakest, { view, command, t })))
}

function stepTold({ from, to, share }: FunnelShare, isWeakest: boolean, { view, command, t }: Telling): Told {
  const names = { from: nameInside(from, t), to: nameInside(to, t) }
  const label = t('ai-text.step', names)
  const key = `step.${to.key}`
  const text = t('ai-text.stepShare', { share: percent(share, t) })
  const of = { subject: view.userId, command, label, when: FOUR_WEEKS }
  const ask = isWeakest ? spaced(t('ai-text.askStep', names), t) : ''
  const said = t('ai-text.stepSaid', { ...names, share: percent(share, t) })
  return {
    facts: [
      nameFact(`label.${key}`, null, label, 'meanings-of-metrics', command),
      figure(key, text, 'funnel', of),
    ],
    plain: [plainClaim(t('ai-text.inPeriod', { period: t('ai-text.fourWeeks'), said }) + ask, command)],
  }
}

/** Of the four weeks together. */
function doneTold({ view, command, t }: Telling): Told {
  const sum = (of: 'done' | 'planned') => view.weeks.reduce((all, { answers }) => all + answers[of], 0)
  const [done, planned] = [sum('done'), sum('planned')]
  if (planned === 0) return { facts: [], plain: [] }
  const label = t('rep.done')
  const text = t('rep.partOf', { part: done, of: planned })
  const of = { subject: view.userId, command, label, when: FOUR_WEEKS }
  const said = t('ai-text.standing', { metric: label, said: text })
  const ask = done < planned ? spaced(t('ai-text.askOpen'), t) : ''
  return {
    facts: [figure('done', text, 'checkin-states', of)],
    plain: [plainClaim(t('ai-text.inPeriod', { period: t('ai-text.fourWeeks'), said }) + ask, command)],
  }
}

function blockersTold({ view, command, t }: Telling): Told {
  return joined(
    view.blockers.slice(0, BLOCKERS_TOLD).map(({ text, raisedOn }, index): Told => {
      const date = formatDate(raisedOn, t.locale)
      const when = `since${index}`
      const quote = quoteFact(`blocker${index}`, text, 'blockers', { subject: view.userId, command })
      return {
        facts: [{ ...quote, when }, dateFact(when, date, command)],
        plain: [plainClaim(t('ai-text.blocked', { date, text: quote.text }), command)],
      }
    }),
  )
}
