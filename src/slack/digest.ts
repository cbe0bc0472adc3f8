// Hashes by which a double submit, or an act that Slack delivers again, is recognised.
import { hash } from 'node:crypto'
import type { FormState } from './requests.ts'

/** A UUID that the same text always has. */
export function uuidOf(text: string): string {
  const hex = hash('sha256', text, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export const digestOf = (state: FormState): string =>
  hash('sha256', JSON.stringify(state), 'base64url').slice(0, 22)
