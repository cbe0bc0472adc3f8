// What a tool returns to a question, and how it is told to a model: finished texts by field, and nobody's id.
import type { TeamId, UserId } from '../../core/ids.ts'
import type { Fact } from './fact.ts'
import type { SentField } from './sent-fields.ts'
import { toldFacts } from './told-facts.ts'

export interface ToolAnswer {
  facts: readonly Fact[]
  /** What it cannot tell, as finished sentences: that the reader may not see it, that nothing is there. */
  notCovered: readonly string[]
  /** What is typed after `/kpi` to see the same. */
  command: string
  /** Whose data it holds. */
  subjects: readonly UserId[]
  /** Of which teams it tells: nothing of a team that has switched the model off is sent. */
  teamIds: readonly TeamId[]
  /** The id of whom a sentence without a name is about. */
  about: string
}

export const nothingTold = (
  sentence: string,
  { command, about }: Pick<ToolAnswer, 'command' | 'about'>,
): ToolAnswer => ({ facts: [], notCovered: [sentence], command, about, subjects: [], teamIds: [] })

/** Facts of several tools may meet: each tool's keys begin with its place in the conversation. */
export const withPrefix = (answer: ToolAnswer, prefix: string): ToolAnswer => {
  const of = (key: string) => `${prefix}.${key}`
  return {
    ...answer,
    facts: answer.facts.map((fact) => ({
      ...fact,
      key: of(fact.key),
      ...(fact.when === undefined ? {} : { when: of(fact.when) }),
      ...(fact.about === undefined ? {} : { about: of(fact.about) }),
    })),
  }
}

/** Each fact by its name, so that facts of several tools are told apart. */
export function toldToModel(
  { facts, notCovered }: Pick<ToolAnswer, 'facts' | 'notCovered'>,
  reader: UserId,
): Partial<Record<SentField, unknown>> {
  const told = toldFacts(facts, { reader, whole: null })
  return notCovered.length > 0 ? { ...told, 'not-covered': notCovered } : told
}
