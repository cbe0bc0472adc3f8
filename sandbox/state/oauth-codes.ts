// The codes of the install page, which the app exchanges once, within ten minutes, for a token.
import { randomBytes } from 'node:crypto'
import type { App, Grant } from './app.ts'

/** docs.slack.dev /authentication/installing-with-oauth */
const CODE_LIFE_MS = 10 * 60_000

export function makeCode(app: App, grant: Omit<Grant, 'madeAtMs'>): string {
  const code = `${app.clientId}.${randomBytes(32).toString('hex')}`
  app.codes.set(code, { ...grant, madeAtMs: Date.now() })
  return code
}

/** Undefined for a code that is unknown, already used or expired. */
export function spendCode(app: App, code: string): Grant | undefined {
  const grant = app.codes.get(code)
  app.codes.delete(code)
  return grant && Date.now() - grant.madeAtMs <= CODE_LIFE_MS ? grant : undefined
}
