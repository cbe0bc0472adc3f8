// Finds the metrics that a typed name can mean, and says when it would be a guess.
import { foldText } from '../../core/text.ts'
import type { Metric } from './metrics.ts'

export interface MetricNames {
  metric: Metric
  names: readonly string[]
  /** What people type for it besides; taken as a whole only. */
  aliases?: readonly string[]
}

export interface MetricMatch {
  metrics: readonly Metric[]
  /** False: several are possible, or a metric that is not entered here fits better ('leads' is not 'leads converted'). */
  sure: boolean
}

/** '电话' for '电话量', 'lead' for 'leads': what is left is still the whole name. */
const ENDINGS = /(?:次数|次數|人数|人數|[量数數]|(?<=[a-z]{3})s)$/u
const stemOf = (name: string): string => name.replace(ENDINGS, '')

const NOTHING: readonly string[] = []
const foldedLists = new WeakMap<readonly string[], readonly string[]>()

/** Each list is folded once: the aliases of the presets are the same for every line. */
function folded(texts: readonly string[] = NOTHING): readonly string[] {
  const known = foldedLists.get(texts) ?? texts.map(foldText)
  foldedLists.set(texts, known)
  return known
}

type Rule = (names: readonly string[], aliases: readonly string[], typed: string) => boolean

/** From strict to loose: the whole name, an alias, either without its ending, the beginning of the name or of one of its words. */
const RULES: readonly Rule[] = [
  (names, _, typed) => names.includes(typed),
  (_, aliases, typed) => aliases.includes(typed),
  (names, aliases, typed) =>
    [names, aliases].some((list) => list.some((name) => stemOf(name) === stemOf(typed))),
  (names, _, typed) =>
    names.some(
      (name) =>
        name.startsWith(typed) ||
        name.includes(` ${typed}`) ||
        (/\p{Script=Han}/u.test(typed) && name.includes(typed)),
    ),
]

/** `typed` is folded. `others`: metrics that exist but cannot be meant here. Decides by the strictest rule that matches any. */
export function matchMetrics(
  typed: string,
  dictionary: readonly MetricNames[],
  others: readonly MetricNames[] = [],
): MetricMatch {
  let betterElsewhere = false
  for (const fits of RULES) {
    const matching = (list: readonly MetricNames[]) =>
      list.filter(({ names, aliases }) => fits(folded(names), folded(aliases), typed))
    const metrics = matching(dictionary).map(({ metric }) => metric)
    if (metrics.length > 0) return { metrics, sure: metrics.length === 1 && !betterElsewhere }
    betterElsewhere ||= matching(others).length > 0
  }
  return { metrics: [], sure: false }
}
