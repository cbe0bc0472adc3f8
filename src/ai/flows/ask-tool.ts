// A tool that a model may call to answer a question: it reads with the asker's own rights, and changes nothing.
import type { ZodObject, ZodType, z } from 'zod'
import type { Context } from '../../core/context.ts'
import type { Translate } from '../../core/i18n/translate.ts'
import type { Person } from '../../core/person.ts'
import type { ToolAnswer } from '../domain/tool-answer.ts'
import { missingAsNull, wrongInCall } from '../domain/tool-call.ts'

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
  /** In words for the model: what of it is not what `parameters` says. */
  wrongIn(given: unknown): string
}

/** Parses what the model passes before anything is read. A parameter that may be null may be left out, too. */
export function askTool<Parameters extends ZodObject>(definition: {
  name: string
  description: string
  parameters: Parameters
  run(given: z.output<Parameters>, asker: Asker, context: Context): Promise<ToolAnswer>
}): AskTool {
  const { parameters } = definition
  return {
    ...definition,
    run: async (given, asker, context) => {
      const parsed = parameters.safeParse(missingAsNull(given, parameters))
      return parsed.success ? definition.run(parsed.data, asker, context) : null
    },
    wrongIn: (given) => wrongInCall(given, parameters),
  }
}
