// The response of a Web API method, and the check that its error code is a documented one.
import type { Problem } from '../checker/problem.ts'
import type { Json } from '../json.ts'
import type { Platform } from '../platform.ts'
import type { Installation } from '../state/app.ts'
import type { Workspace } from '../state/workspace.ts'
import { COMMON_ERRORS, METHODS } from './method-table.ts'

export interface Call {
  platform: Platform
  workspace: Workspace
  installation: Installation
  method: string
  args: Json
}

export interface Granted extends Json {
  ok: true
}

export interface Refused extends Json {
  ok: false
  error: string
  /** For the log only; not sent. */
  problems?: Problem[]
}

export type Answer = Granted | Refused
export type Handler = (call: Call) => Answer

export function grant(more: Json = {}): Granted {
  return { ok: true, ...more }
}

export function refuse(error: string, more: Json = {}): Refused {
  return { ok: false, error, ...more }
}

/** A successful response with warnings. */
export function warned(warning: string): Json {
  return { warning, response_metadata: { warnings: [warning] } }
}

/** The error for an invalid payload, with JSON pointers as Slack sends them. */
export function refusePayload(error: string, problems: Problem[]): Refused {
  const errors = problems.map(({ message, pointer }) => `${message} [json-pointer:${pointer}]`)
  const messages = errors.map((one) => `[ERROR] ${one}`)
  return { ok: false, error, errors, response_metadata: { messages }, problems }
}

/** Throws when Slack's documentation does not list this error for the method. */
export function assertDocumented(method: string, answer: Answer): void {
  if (answer.ok || COMMON_ERRORS.includes(answer.error)) return
  if (METHODS[method]?.errors.includes(answer.error)) return
  throw new Error(
    `The sandbox wanted to answer ${method} with ${answer.error}, which is not documented for it.`,
  )
}
