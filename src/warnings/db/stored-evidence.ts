// Gives stored evidence its dates back.
import type { Signal } from '../domain/rule-settings.ts'
import type { Evidence, Evidences } from '../domain/warning.ts'

/** As JSON has it. */
type Stored<T> = T extends Temporal.PlainDate
  ? string
  : T extends string
    ? T
    : T extends object
      ? { [Key in keyof T]: Stored<T[Key]> }
      : T

const dateOf = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

const READERS: {
  readonly [One in keyof Evidences]?: (stored: Stored<Evidences[One]>) => Evidences[One]
} = {
  silence: ({ days, since }) => ({ days, since: since === null ? null : dateOf(since) }),
  trend: ({ worse, course }) => ({
    worse,
    course: course.map(({ from, value }) => ({ from: dateOf(from), value })),
  }),
  'raised-by-hand': ({ expectedOn, ...risk }) => ({
    ...risk,
    expectedOn: expectedOn === null ? null : dateOf(expectedOn),
  }),
  'item-overdue': ({ dueOn, ...counts }) => ({ ...counts, dueOn: dateOf(dueOn) }),
}

export function evidenceOf(signal: Signal, stored: unknown): Evidence {
  const read = READERS[signal as keyof Evidences] as ((stored: unknown) => Evidence) | undefined
  return read ? read(stored) : (stored as Evidence)
}
