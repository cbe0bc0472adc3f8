// Parses dates from Slack's date pickers and from button values.
import { z } from 'zod'
import { fieldIn } from './fields.ts'
import type { FormState } from './requests.ts'

/** '2026-12-01', from 1970 to 2199: holiday calendars and the database do not support other years. */
export const IsoDate = z.iso
  .date()
  .refine((text) => text >= '1970' && text < '2200')
  .transform((text) => Temporal.PlainDate.from(text))

/** Null: not a valid date. */
export const readDate = (text: string): Temporal.PlainDate | null => IsoDate.safeParse(text).data ?? null

/** The date picked in the block's date picker. */
export const dateIn = (state: FormState, blockId: string): Temporal.PlainDate | null =>
  readDate(fieldIn(state, blockId)?.selected_date ?? '')
