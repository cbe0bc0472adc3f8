// The port to a model itself: one answer or calls of tools for one request, with what it cost. It knows no switch and no budget.
import type { RequestOutcome, Tokens } from '../domain/usage.ts'
import type { ModelRequest, ToolCall } from './model.ts'

/** `refused`: the model says that it will not. `fault`: no connection, or the service failed twice. */
export type ProviderFailure = Exclude<RequestOutcome, 'answer' | 'tool-calls' | 'bad-output'>

/** `tokens` null: the service did not say, or there was no answer. `value` is JSON that nobody has looked at. */
export type ProviderReply =
  | { kind: 'answer'; value: unknown; tokens: Tokens | null }
  | { kind: 'tool-calls'; calls: readonly ToolCall[]; tokens: Tokens | null }
  | { kind: 'failed'; reason: ProviderFailure; tokens: Tokens | null }

export interface Provider {
  /** What the service calls the model. */
  model: string
  /** Never throws, and ends within the milliseconds. */
  ask(request: ModelRequest, withinMs: number): Promise<ProviderReply>
}

/** No answer is longer: what an answer reserves of the budget. */
export const MOST_OUTPUT_TOKENS = 1500
