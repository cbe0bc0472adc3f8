// A short digest of what was handed in, by which the same submit is known again.
import { hash } from 'node:crypto'
import type { FormState } from './requests.ts'

export const digestOf = (state: FormState): string =>
  hash('sha256', JSON.stringify(state), 'base64url').slice(0, 22)
