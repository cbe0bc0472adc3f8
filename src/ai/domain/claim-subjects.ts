// Decides whether a claim is about one person or team alone, about one metric for each figure, and about one period.
import type { ClaimText } from './claim-text.ts'
import { latinWords } from './claim-text.ts'
import type { Fact } from './fact.ts'

const SAYS_SOMETHING_OF: readonly Fact['kind'][] = ['number', 'direction', 'quote']
const ADDRESSED_EN = new Set([
  'i',
  'me',
  'my',
  'mine',
  'we',
  'us',
  'our',
  'ours',
  'you',
  'your',
  'yours',
  'myself',
  'yourself',
])
const ADDRESSED_ZH = /我|您|你|咱/u

/** Null: the figures belong to whom the claim names; without a name, to whom the sheet is about. Else the key that does not. */
export function otherSubject({ words, facts, sheet }: ClaimText): string | null {
  const told = facts.filter(({ kind, subject }) => SAYS_SOMETHING_OF.includes(kind) && subject !== null)
  if (told.length === 0) return null
  const named = new Set(
    facts.flatMap(({ kind, subject }) => (kind === 'name' && subject !== null ? [subject] : [])),
  )
  if (named.size > 1) return facts.findLast(({ kind }) => kind === 'name')!.key
  const [of = sheet.about] = named
  const wrong = told.find(({ subject }) => subject !== of)
  if (wrong) return wrong.key
  const isAddressed =
    ADDRESSED_ZH.test(words) || latinWords(words).some(({ plain }) => ADDRESSED_EN.has(plain))
  return isAddressed && of !== sheet.reader ? told[0]!.key : null
}

/** A claim with a figure names its period or none. */
export function otherPeriod({ facts, sheet }: ClaimText): string | null {
  const periods = new Set(facts.filter(({ kind }) => kind === 'date').map(({ key }) => key))
  if (periods.size === 0) return null
  const isPeriod = (key: string) => sheet.facts.some(({ when }) => when === key)
  const figures = facts.filter(({ when }) => when !== undefined)
  const wrong = figures.find(({ when }) => !periods.has(when!))
  if (wrong) return wrong.key
  const of = new Set(figures.map(({ when }) => when))
  return figures.length > 0 ? ([...periods].find((key) => isPeriod(key) && !of.has(key)) ?? null) : null
}
