// Reads dates as Slack's pickers and our own buttons write them.
import type { FormState } from '../call.ts'
import { fieldIn } from './fields.ts'

/** '2026-12-01'. Null: anything else. */
export function readDate(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    return null
  }
}

/** The day picked in a block's date picker. */
export const dateIn = (state: FormState, blockId: string): Temporal.PlainDate | null =>
  readDate(fieldIn(state, blockId)?.selected_date ?? '')
