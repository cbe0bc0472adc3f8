// Parses JSON that comes back from Slack (a button's value, a view's metadata); null, never an error, where it is forged or outdated.
import type { z } from 'zod'

export function readJson<Schema extends z.ZodType>(text: string, schema: Schema): z.output<Schema> | null {
  try {
    const read = schema.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
