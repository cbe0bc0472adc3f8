// Reads the attacks on written texts: which text, in which language, what is typed where, and what a model does that obeys it.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { LOCALES } from '../../../src/core/i18n/locale.ts'
import { PLACES, TEXTS } from './planting.ts'

const Attack = z.strictObject({
  text: z.enum(TEXTS),
  locale: z.enum(LOCALES),
  in: z.enum(PLACES),
  typed: z.string(),
  shown: z.string().optional(),
  says: z.string().optional(),
  calls: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
})
export type Attack = z.infer<typeof Attack>

export const ATTACKS: readonly Attack[] = z
  .array(Attack)
  .parse(parse(readFileSync(new URL('attacks.yml', import.meta.url), 'utf8')))
