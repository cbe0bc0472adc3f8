// What a tool returns to a question, and how it is told to a model: finished texts by field, and nobody's id.
import type { Locale } from '../../core/i18n/locale.ts'
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Fact, FactSheet } from './fact.ts'
import type { SentField } from './sent-fields.ts'
import { toldFacts } from './told-facts.ts'

export interface ToolAnswer {
  facts: readonly Fact[]
  /** What it cannot tell, as finished sentences: that the reader may not see it, that nothing is there. */
  notCovered: readonly string[]
  /** Under which names these sentences count besides: one may name a team. Missing: none. */
  notCoveredHolds?: readonly SentField[]
  /** What is typed after `/kpi` to see the same. */
  command: string
  /** Whose data it holds. */
  subjects: readonly UserId[]
  /** Of which teams it tells: nothing of a team that has switched the model off is sent. */
  teamIds: readonly TeamId[]
}

export const nothingTold = (sentence: string, command: string): ToolAnswer => ({
  ...{ facts: [], notCovered: [sentence], command, subjects: [], teamIds: [] },
})

/** Facts of several tools may meet: each tool's keys begin with its place in the conversation. */
export const withPrefix = (answer: ToolAnswer, prefix: string): ToolAnswer => ({
  ...answer,
  facts: answer.facts.map((fact) => ({ ...fact, key: `${prefix}.${fact.key}` })),
})

export function toldToModel({
  facts,
  notCovered,
  notCoveredHolds = [],
}: Pick<ToolAnswer, 'facts' | 'notCovered' | 'notCoveredHolds'>): Partial<Record<SentField, unknown>> {
  const told = toldFacts(facts)
  if (notCovered.length === 0) return told
  const held = notCoveredHolds.map((field) => [field, [...(told[field] ?? []), 'not-covered']])
  return { ...told, ...Object.fromEntries(held), 'not-covered': notCovered }
}

/** An answer has no title: it always says whose each figure is, the asker's too, and of which period. */
export const answerSheet = (locale: Locale, answers: readonly ToolAnswer[]): FactSheet => ({
  ...{ locale, about: null, period: null, mayAdvise: false },
  facts: answers.flatMap(({ facts }) => facts),
  notCovered: [...new Set(answers.flatMap(({ notCovered }) => notCovered))],
})
