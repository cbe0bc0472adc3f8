// The port to the language model: what a feature asks for, and what it gets. Switches, budget and log are behind it.
import type { ZodType } from 'zod'
import type { TeamId, UserId, WorkspaceId } from '../../core/ids.ts'
import type { SentField } from '../domain/sent-fields.ts'
import type { ModelPurpose, Prices } from '../domain/usage.ts'

/** What a request holds of people's data. It is sent as JSON in a message of its own, never as an instruction. */
export type ModelInput = Readonly<Partial<Record<SentField, unknown>>>

/** A question that the model may ask before it answers. What it passes is parsed before anything is read. */
export interface ModelTool {
  name: string
  description: string
  parameters: ZodType
}

export interface ToolCall {
  id: string
  name: string
  /** As the model wrote it; whoever runs the tool parses it. */
  arguments: unknown
}

/** A tool that was run in an earlier round, with what it returned. */
export interface ToolResult {
  call: ToolCall
  result: ModelInput
}

export interface ModelRequest<Value = unknown> {
  purpose: ModelPurpose
  workspaceId: WorkspaceId
  /** On whose behalf it is asked, and with whose rights its input was read. */
  userId: UserId
  /** The team whose switch holds. Null: the workspace's alone. */
  teamId: TeamId | null
  /** Written by us: it never holds what a person typed. */
  system: string
  input: ModelInput
  tools?: readonly ModelTool[]
  earlier?: readonly ToolResult[]
  /** Why the last answer was refused, in words for the model. */
  refused?: string
  /** What the answer has to look like. */
  schema: ZodType<Value>
  /** Whose data the input holds: each of them sees the request in the log. */
  subjects: readonly UserId[]
  /** The whole answer is given up after so many milliseconds; at most ten seconds, also where it is not said. */
  withinMs?: number
}

export type ModelUnavailable = 'off' | 'no-key' | 'over-budget' | 'timeout' | 'fault' | 'bad-output'

export type ModelReply<Value = unknown> =
  | { kind: 'answer'; value: Value }
  | { kind: 'tool-calls'; calls: readonly ToolCall[] }
  | { kind: 'unavailable'; reason: ModelUnavailable }

export interface Model {
  /** What an admin is told about costs. */
  readonly limits?: { monthlyTokens: number; prices: Prices | null }
  /** The demo's, which may say so. Missing: it is not. */
  readonly isStandIn?: boolean
  /** Never throws. */
  complete<Value>(request: ModelRequest<Value>): Promise<ModelReply<Value>>
}

/** Where none is set up. */
export const NO_MODEL: Model = { complete: async () => ({ kind: 'unavailable', reason: 'no-key' }) }

declare module '../../core/context.ts' {
  interface Context {
    /** Absent: no key is set, and everything is written in plain text. */
    model?: Model
  }
}

export const modelOf = ({ model }: { model?: Model }): Model => model ?? NO_MODEL
