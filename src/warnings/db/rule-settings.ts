// Parses the settings of a stored rule: what an older version did not store yet has the signal's default.
import { z } from 'zod'
import { LEVELS } from '../domain/level.ts'
import { rises } from '../domain/limits.ts'
import {
  defaultSettings,
  type RuleSettings,
  SIGNALS,
  type Signal,
  type SignalKind,
} from '../domain/rule-settings.ts'

/** A setting that a signal does not have is stored as 0. */
const settable = (value: number | null, schema: z.ZodType<number>) =>
  (value === null ? z.literal(0) : schema).default(value ?? 0)

const limitOf = ({ unit, most }: SignalKind) => {
  if (unit === 'share') return z.number().min(0).max(most)
  return unit === 'value' ? z.int() : z.int().min(1).max(most)
}

function schemaOf(signal: Signal): z.ZodType<RuleSettings> {
  const kind = SIGNALS[signal]
  const { sign, levels, mornings } = defaultSettings(signal)
  const limit = limitOf(kind)
  const hasDefault = Object.keys(levels).length > 0
  const each = z.partialRecord(z.enum(LEVELS), limit)
  return z
    .object({
      sign: z.enum(kind.signs).default(sign),
      levels: hasDefault ? each.default(levels) : each,
      clearBy: settable(kind.clearBy, kind.unit === 'share' ? z.number().min(0).max(1) : z.int().min(0)),
      leastDays: settable(kind.leastDays, z.int().min(0).max(60)),
      mornings: z.int().min(1).max(20).default(mornings),
    })
    .refine((settings) => Object.keys(settings.levels).length > 0, { error: 'no level has a limit' })
    .refine((settings) => rises(settings.levels, settings.sign), {
      error: 'a higher level has a nearer limit',
    })
}

const bySignal = Object.fromEntries(
  (Object.keys(SIGNALS) as Signal[]).map((signal) => [signal, schemaOf(signal)]),
) as Readonly<Record<Signal, z.ZodType<RuleSettings>>>

/** Throws where the limits contradict each other, or a threshold has none. */
export const parseRuleSettings = (signal: Signal, stored: unknown): RuleSettings =>
  bySignal[signal].parse(stored)
