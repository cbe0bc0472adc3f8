// The port to a model itself: one answer or calls of tools for one request, with what it cost. It knows no switch and no budget.
import type { RequestOutcome, Tokens } from '../domain/usage.ts'
import type { ModelRequest, ToolCall } from './model.ts'

/** `refused`: the model says that it will not. `fault`: no connection, or the service failed twice. */
export type ProviderFailure = Exclude<RequestOutcome, 'answer' | 'tool-calls' | 'bad-output'>

/** What was spent on a request, its second attempt with it. */
export interface Spent {
  /** What the service said. */
  tokens: Tokens
  /** Attempts that it may have worked on, and that it told no cost of: they were cut, failed in it, or the answer does not say. */
  untold: number
}

/** `value` is JSON that nobody has looked at. */
export type ProviderReply = Spent &
  (
    | { kind: 'answer'; value: unknown }
    | { kind: 'tool-calls'; calls: readonly ToolCall[] }
    | { kind: 'failed'; reason: ProviderFailure }
  )

export interface Provider {
  /** What the service calls the model. */
  model: string
  /** Never throws, and ends within the milliseconds. */
  ask(request: ModelRequest, withinMs: number): Promise<ProviderReply>
}

/** What the demo's stand-in is called: no service has a model of that name. */
export const STAND_IN = 'stand-in'

/** No answer is longer, and no request is sent more often: what it reserves of the budget. */
export const MOST_OUTPUT_TOKENS = 1500
export const MOST_ATTEMPTS = 2
