// Reads 'as of Nov 20 15:00' or '截至11月20日15:00' in what is typed after `/kpi board`.
import { foldText } from '../../core/text.ts'
import { type DatesFound, readDates } from '../../core/typed-dates/read-dates.ts'
import type { BoardView } from './board-words.ts'

const MARKER = /\bas (?:of|at)\b|截至|截止到?/u
const TIME =
  /(?<early>上午|早上|凌晨)?(?<late>下午|晚上)?\s*(?:at\s+)?(?<![\d-])(?<hour>\d{1,2})(?:[:：](?<minute>[0-5]\d)|(?:[点點时時](?:(?<half>半)|(?<minutes>[0-5]?\d)分?)?)|(?=\s*[ap]m\b))\s*(?<half12>[ap]m\b)?/u

const AGO = /\bago$|前$/u

export type AsOf =
  /** Nothing of the kind was typed. */
  | { ok: true; asOf: null; rest: string }
  /** `time` null: a date alone. `rest`: what else was typed. */
  | { ok: true; asOf: { date: Temporal.PlainDate; time: Temporal.PlainTime | null }; rest: string }
  | { ok: false }

export function readAsOf(typed: string, view: BoardView): AsOf {
  const text = foldText(typed)
  const marker = MARKER.exec(text)
  if (!marker) return { ok: true, asOf: null, rest: typed }
  const before = text.slice(0, marker.index)
  const after = text.slice(marker.index + marker[0].length)
  const clock = TIME.exec(after)
  const time = clock && timeOf(clock.groups ?? {})
  if (clock && !time) return { ok: false }
  const dated = clock ? after.replace(clock[0], ' ') : after
  const found = readInstant(dated.trim(), view)
  const bare = time && !found.ok && found.reason === 'no-date'
  if (!found.ok && !bare) return { ok: false }
  const date = found.ok ? found.dates.from : view.today
  if (found.ok && !found.dates.to.equals(date)) return { ok: false }
  return { ok: true, asOf: { date, time: time ?? null }, rest: `${before.trim()} ${found.rest}`.trim() }
}

/** A period may follow the date ('Nov 23 last month'): it is what the board is of. */
function readInstant(text: string, view: BoardView): DatesFound {
  const found = readDates(text, { ...view, lean: 'back' })
  if (found.ok || found.reason !== 'several' || !text.endsWith(found.rest)) return found
  const period = readDates(found.rest, { ...view, lean: 'back' })
  // 'Nov 23 last year', 'Friday 2 weeks ago' would be one date.
  if (!period.ok || period.dates.span === 'year' || AGO.test(found.rest)) return found
  const first = readDates(text.slice(0, -found.rest.length), { ...view, lean: 'back' })
  return first.ok ? { ...first, rest: `${first.rest} ${found.rest}`.trim() } : first
}

/** Null: there is no such time. */
function timeOf(clock: Readonly<Record<string, string | undefined>>): Temporal.PlainTime | null {
  const { early, late, half, half12 } = clock
  const minute = half ? 30 : Number(clock.minute ?? clock.minutes ?? 0)
  let hour = Number(clock.hour)
  if ((late || half12 === 'pm') && hour < 12) hour += 12
  if ((early || half12 === 'am') && hour === 12) hour = 0
  return hour > 23 ? null : Temporal.PlainTime.from({ hour, minute })
}
