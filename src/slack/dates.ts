// Reads dates as Slack's pickers and our own buttons write them.
import { z } from 'zod'
import { fieldIn } from './fields.ts'
import type { FormState } from './requests.ts'

/** '2026-12-01'. A century that nobody plans in is as wrong as a month 13: calendars and the database do not reach it. */
export const IsoDate = z.iso
  .date()
  .refine((text) => text >= '1970' && text < '2200')
  .transform((text) => Temporal.PlainDate.from(text))

/** Null: anything else. */
export const readDate = (text: string): Temporal.PlainDate | null => IsoDate.safeParse(text).data ?? null

/** The day picked in a block's date picker. */
export const dateIn = (state: FormState, blockId: string): Temporal.PlainDate | null =>
  readDate(fieldIn(state, blockId)?.selected_date ?? '')
