// A model that answers what the test says, in order, and keeps what it was asked.
import type { Claims } from '../../src/ai/domain/claims.ts'
import type { Model, ModelReply, ModelRequest, ModelUnavailable } from '../../src/ai/flows/model.ts'

type Scripted = ModelUnavailable | readonly (string | { text: string; part: string })[]

export interface ScriptedModel extends Model {
  asked: ModelRequest[]
}

/** The last answer is given again and again. */
export function scriptedModel(answers: readonly Scripted[]): ScriptedModel {
  const asked: ModelRequest[] = []
  return {
    asked,
    complete: async <Value>(request: ModelRequest<Value>): Promise<ModelReply<Value>> => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? 'fault'
      asked.push(request as ModelRequest)
      if (typeof answer === 'string') return { kind: 'unavailable', reason: answer }
      const claims: Claims = {
        claims: answer.map((one) => (typeof one === 'string' ? { text: one, part: null } : one)),
        notCovered: ['Ben lies about it.'],
      }
      return { kind: 'answer', value: request.schema.parse(claims) }
    },
  }
}
