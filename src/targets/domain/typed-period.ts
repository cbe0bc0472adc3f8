// Reads the period of a target as it stands in a table: '2026-12', '12月', 'Q1 2027', 'Dec', and what spreadsheets make of it.
import { foldText } from '../../core/text.ts'
import { type DateReading, type ReadDates, readDates } from '../../core/typed-dates/read-dates.ts'
import { TARGET_PERIODS, type TargetPeriod, targetPeriod } from './target-period.ts'

/** Ways to write a month or quarter in which a year would be taken for a day, or not be found. */
const WAYS: readonly (readonly [RegExp, string])[] = [
  // '202612', '12/2026', '12.2026'
  [/^(20\d\d)(0[1-9]|1[0-2])$/u, '$1-$2'],
  [/^(0?[1-9]|1[0-2])[/.-](20\d\d)$/u, '$2-$1'],
  // '01-Dec', 'Dec-01', '1-Dec-2026': the first day of a month, never the year 2001.
  [/^0?1[.\s-]{1,2}([a-z]{3,9})\.?$/u, '1 $1'],
  [/^([a-z]{3,9})\.?[\s'’-]{1,2}01$/u, '1 $1'],
  [/^0?1[.\s-]{1,2}([a-z]{3,9})\.?[\s'’-]{1,2}(?:20)?(\d\d)$/u, '$1 20$2'],
  // 'Dec-26', 'Dec 26', "Dec '26", '26-Dec': a month cannot be of a day.
  [/^([a-z]{3,9})\.?[\s'’-]{1,2}([2-9]\d)$/u, '$1 20$2'],
  [/^([2-9]\d)[\s-]([a-z]{3,9})$/u, '$2 20$1'],
  [/^(\d\d)年/u, '20$1年'],
  // "Q4'26", 'Q4/2026', '4Q26', '26Q4', 'FY2026 Q4'
  [/^(?:fy ?)?(?:20)?(\d\d)[\s/-]?q([1-4])$/u, 'q$2 20$1'],
  [/^q([1-4])[\s/'’-]{0,2}(?:20)?(\d\d)$/u, 'q$1 20$2'],
  [/^([1-4])q[\s/'’-]{0,2}(?:20)?(\d\d)$/u, 'q$1 20$2'],
  [/^([1-4])q$/u, 'q$1'],
  [/^(20\d\d)年?[\s/-]?(?:第?([1-4])季度?)$/u, 'q$2 $1'],
]

/** Further ahead a day was taken for a year: 'Dec 31'. */
const YEARS_AHEAD = 2

/** `yearStarts`: the first month of the fiscal year. */
export type PeriodReading = Omit<DateReading, 'lean' | 'units'> & { yearStarts: number }

/** Null: it is no month or quarter, or can be several. The first day of a month stands for the month. */
export function readPeriod(typed: string, view: PeriodReading): TargetPeriod | null {
  const text = foldText(typed)
  const [pattern, written] = WAYS.find(([way]) => way.test(text)) ?? [/$/u, '']
  const found = readDates(text.replace(pattern, written), { ...view, lean: 'ahead' })
  if (found.rest !== '') return null
  const readings = found.ok ? [found.dates] : 'readings' in found ? found.readings : []
  const latest = view.today.year + YEARS_AHEAD
  const near = readings.filter(({ from }) => from.year <= latest)
  const periods = near.flatMap((dates) => periodOf(dates, view.yearStarts) ?? [])
  return periods.length === 1 ? periods[0]! : null
}

function periodOf({ from, to }: ReadDates, yearStarts: number): TargetPeriod | null {
  if (from.equals(to)) return from.day === 1 ? targetPeriod('month', from, yearStarts) : null
  const periods = TARGET_PERIODS.map((kind) => targetPeriod(kind, from, yearStarts))
  return periods.find((period) => period.from.equals(from) && period.to.equals(to)) ?? null
}
