// A short digest of what was handed in, by which the same submit is known again.
import { createHash } from 'node:crypto'
import type { FormState } from './call.ts'

export function digestOf(state: FormState): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, 22)
}
