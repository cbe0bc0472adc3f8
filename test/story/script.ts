// Reads a story from test/cases: who is there, and step by step what they do and what they then see.
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Seed } from '../../sandbox/seed.ts'

const words = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat())
const entry = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])

/** Where something is done or seen: a channel's name, `dm` (with the bot), `modal` or `home`. */
const where = z.string().default('dm')

const step = z.union([
  z.strictObject({ time: z.string() }),
  /** The machine sleeps: what fell due meanwhile is found overdue. */
  z.strictObject({ asleep_until: z.string() }),
  z.strictObject({ who: z.string(), types: z.string(), in: where }),
  /** Writes a message, to the bot where no channel is named. */
  z.strictObject({ who: z.string(), says: z.string(), in: where }),
  /** Answers in the thread of the message that holds the words. */
  z.strictObject({ who: z.string(), answers: z.string(), to: z.string(), in: where }),
  z.strictObject({ who: z.string(), adds_the_bot_to: z.string() }),
  z.strictObject({ who: z.string(), starts: z.string() }),
  z.strictObject({ who: z.string(), opens_home: z.literal(true) }),
  z.strictObject({ who: z.string(), clicks: z.string(), in: where }),
  z.strictObject({ who: z.string(), chooses: entry, at: z.string(), in: where }),
  z.strictObject({ who: z.string(), fills: z.record(z.string(), entry) }),
  z.strictObject({
    who: z.string(),
    submits: z.enum(['closed', 'updated', 'pushed', 'refused']),
    told: z.record(z.string(), z.string()).optional(),
  }),
  z.strictObject({ who: z.string(), closes: z.literal('modal') }),
  z.strictObject({ who: z.string(), sees: words, in: where }),
  z.strictObject({ who: z.string(), does_not_see: words, in: where }),
  z.strictObject({ who: z.string(), moves_to_zone: z.string() }),
  z.strictObject({ who: z.string(), is_deactivated: z.literal(true) }),
])
export type Step = z.infer<typeof step>

const story = z.strictObject({
  title: z.string(),
  /** `2026-03-02 06:00 Asia/Shanghai` */
  start: z.string(),
  people: z.record(
    z.string(),
    z.strictObject({ name: z.string(), zone: z.string(), language: z.string().default('en-US') }),
  ),
  channels: z.record(z.string(), z.array(z.string())),
  story: z.array(step),
})
export type Story = z.infer<typeof story>

export const readStory = (path: string): Story => story.parse(parse(readFileSync(path, 'utf8')))

/** `2026-03-02 06:00 Asia/Shanghai` as a moment. */
export function readTime(text: string): Temporal.Instant {
  const [date, time, zone] = text.split(' ')
  if (!date || !time || !zone)
    throw new Error(`"${text}" is not a time such as 2026-03-02 06:00 Asia/Shanghai.`)
  return Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: time }).toInstant()
}

export function seedOf({ people, channels }: Story): Seed {
  return {
    workspace: { id: 'T0STORY', name: 'Story' },
    people: Object.entries(people).map(([name, person]) => ({
      name,
      realName: person.name,
      tz: person.zone,
      locale: person.language,
    })),
    channels: Object.entries(channels).map(([name, members]) => ({ name, members })),
  }
}
