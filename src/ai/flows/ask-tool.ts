// A tool that a model may call to answer a question: it reads with the asker's own rights, and changes nothing.
import type { ZodType } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Person } from '../../core/person.ts'
import type { ToolAnswer } from '../domain/tool-answer.ts'

/** From the signed payload, never from what the model passes. */
export interface Asker {
  who: Person
  now: Temporal.Instant
  t: Translate
}

export interface AskTool {
  name: string
  /** For the model. */
  description: string
  parameters: ZodType
  /** Null: what was passed is not what `parameters` says, and nothing was read. */
  run(given: unknown, asker: Asker, context: Context): Promise<ToolAnswer | null>
}

/** Parses what the model passes before anything is read. */
export function askTool<Given>(definition: {
  name: string
  description: string
  parameters: ZodType<Given>
  run(given: Given, asker: Asker, context: Context): Promise<ToolAnswer>
}): AskTool {
  return {
    ...definition,
    run: async (given, asker, context) => {
      const parsed = definition.parameters.safeParse(given)
      return parsed.success ? definition.run(parsed.data, asker, context) : null
    },
  }
}
