// A short hash of a submitted form, by which a double submit is recognised.
import { hash } from 'node:crypto'
import type { FormState } from './requests.ts'

export const digestOf = (state: FormState): string =>
  hash('sha256', JSON.stringify(state), 'base64url').slice(0, 22)
