// Decides whether a claim calls each figure by its own metric's name, and takes the names out before its other words are read.
import type { Fact, FactSheet } from './fact.ts'

/** Stands for the name of a metric; no text that passes the check of signs holds it. */
export const LABEL = '\uFFFB'

const SPECIAL = /[.*+?^${}()|[\]\\]/gu

/** 'Calls' is also found in 'calls' and 'call', but not in 'recalls'. */
function patternOf(label: string): RegExp {
  const text = label.replace(SPECIAL, String.raw`\$&`).replace(/s$/iu, 's?')
  const [start, end] = [/^\p{Script=Latin}/u.test(label), /\p{Script=Latin}$/u.test(label)]
  const edge = String.raw`\p{Script=Latin}`
  return new RegExp(`${start ? `(?<!${edge})` : ''}${text}${end ? `(?!${edge})` : ''}`, 'giu')
}

export interface Labelled {
  /** With `LABEL` for each name of a metric. */
  words: string
  /** In the order of the text, those through placeholders as well. */
  labels: ReadonlySet<string>
}

/** Longer names first: 'video calls' is not 'calls'. */
export function readLabels(words: string, facts: readonly Fact[], sheet: FactSheet): Labelled {
  const known = [...new Set(sheet.facts.flatMap(({ label }) => (label ? [label] : [])))]
  const labels = new Set(
    facts.flatMap(({ kind, text }) => (kind === 'name' && known.includes(text) ? [text] : [])),
  )
  let rest = words
  for (const label of known.toSorted((one, other) => other.length - one.length)) {
    const without = rest.replace(patternOf(label), LABEL)
    if (without !== rest) labels.add(label)
    rest = without
  }
  return { words: rest, labels }
}

/** Null: every figure is called by its name, and nothing else is named. Else the name that is missing or wrong. */
export function otherLabel({ labels }: Labelled, facts: readonly Fact[]): string | null {
  const figures = facts.filter(({ kind, label }) => (kind === 'number' || kind === 'direction') && label)
  if (figures.length === 0) return null
  const unnamed = figures.find(({ label }) => !labels.has(label!))
  if (unnamed) return unnamed.label!
  const own = new Set(figures.map(({ label }) => label!))
  return [...labels].find((label) => !own.has(label)) ?? null
}
