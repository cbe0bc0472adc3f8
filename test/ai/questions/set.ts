// Reads the set of questions: what is asked in each language and by whom, which tools answer it, and whose data may be sent.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Locale } from '../../../src/core/i18n/locale.ts'
import { ASKERS, type AskerRole } from './people.ts'
import { PLANTED, type Place } from './planted.ts'

const Calls = z
  .array(z.record(z.string(), z.record(z.string(), z.unknown())))
  .transform((calls) =>
    calls.flatMap((one) => Object.entries(one).map(([name, given]) => ({ name, arguments: given }))),
  )
const Question = z.strictObject({
  ask: z.string(),
  as: z.enum(Object.keys(ASKERS) as [AskerRole, ...AskerRole[]]),
  calls: Calls.default([]),
  figures: z.array(z.string()).default([]),
  sees: z.array(z.string()),
  /** Whom the asker's own screen names that stands in place of an answer. Missing: `sees`. */
  shows: z.array(z.string()).optional(),
  attack: z.enum(['question', ...(Object.keys(PLANTED) as Place[])]).optional(),
  obeys: Calls.default([]),
})
export type Question = z.infer<typeof Question> & { locale: Locale }

const FILES: Readonly<Record<Locale, string>> = { en: 'en', 'zh-CN': 'zh-cn', 'zh-TW': 'zh-tw' }

export const QUESTIONS: readonly Question[] = Object.entries(FILES).flatMap(([locale, file]) =>
  z
    .array(Question)
    .parse(parse(readFileSync(new URL(`${file}.yml`, import.meta.url), 'utf8')))
    .map((one) => ({ ...one, locale: locale as Locale })),
)
