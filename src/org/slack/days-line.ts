// Reads what is typed after `/kpi days`: a day, and whether the team works on it.
import { foldText } from '../../core/text.ts'
import type { DateReading } from '../../core/typed-dates/read-dates.ts'
import { type DayRead, readDay } from '../../core/typed-dates/read-day.ts'
import type { ExtraDay } from '../domain/calendar.ts'

/** In every language, whatever the person's own. */
const KINDS: Readonly<Record<string, ExtraDay>> = {
  ...{ off: 'off', 'day off': 'off', free: 'off', holiday: 'off', closed: 'off', 'no work': 'off' },
  ...{ 休: 'off', 休息: 'off', 放假: 'off', 休假: 'off', 不上班: 'off' },
  ...{
    on: 'on',
    work: 'on',
    works: 'on',
    working: 'on',
    'working day': 'on',
    workday: 'on',
    'we work': 'on',
  },
  ...{ 上班: 'on', 补班: 'on', 補班: 'on', 工作: 'on' },
}

export interface DaysLine {
  read: DayRead
  /** Null: not named. */
  kind: ExtraDay | null
}

/** The kind stands before or after the day. Other words are passed over: the form shows what was understood. */
export function readDaysLine(
  line: string,
  view: Pick<DateReading, 'today' | 'locale' | 'weekStartsOn'>,
): DaysLine {
  const read = readDay(line, { ...view, lean: 'ahead' })
  return { read, kind: KINDS[foldText(read.rest)] ?? null }
}
