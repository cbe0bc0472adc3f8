// Reads the digits of a typed number with its separators, in every way that people write them; says where two readings are possible.

/** The digits before and after the decimal point. */
export interface Digits {
  whole: string
  fraction: string
}
export type DigitsRead =
  | { sure: true; digits: Digits }
  /** To be asked about, the likeliest first. */
  | { sure: false; readings: readonly Digits[] }

const WHOLE = /^\d+$/
/** Every group has three digits: '1,200', "1'200'000", '1 200', with a decimal point or not. */
const GROUPED = /^[1-9]\d{0,2}([,' ])\d{3}(?:\1\d{3})*(?:\.(\d+))?$/
/** Lakh and crore: '12,34,567.50'. */
const INDIAN = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.(\d+))?$/
/** '1.200.000', '1.200,50', '1 200,50': nothing but a decimal comma is possible here. */
const GROUPED_BY_POINTS = /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/
const WITH_DECIMAL_COMMA = /^[1-9]\d{0,2}([.' ])\d{3}(?:\1\d{3})*,(\d+)$/
/** '1.200': twelve hundred for many, one point two for others. */
const POINT_OR_GROUP = /^([1-9]\d{0,2})\.(\d{3})$/
const DECIMAL_POINT = /^(\d+)\.(\d+)$/
const DECIMAL_COMMA = /^(\d+),(\d+)$/

const sure = (whole: string, fraction = ''): DigitsRead => ({
  sure: true,
  digits: { whole: whole.replace(/\D/g, ''), fraction },
})

/** `decimals`: those of the metric; with three or more of them '1.200' is taken as written. Null: no number. */
export function readDigits(text: string, decimals: number): DigitsRead | null {
  if (WHOLE.test(text)) return sure(text)
  const grouped = GROUPED.exec(text)
  if (grouped) return sure(text.split('.')[0]!, grouped[2])
  const indian = INDIAN.exec(text)
  if (indian) return sure(text.split('.')[0]!, indian[1])
  if (GROUPED_BY_POINTS.test(text)) return sure(text)
  const european = WITH_DECIMAL_COMMA.exec(text)
  if (european) return sure(text.split(',')[0]!, european[2])
  const either = decimals < 3 ? POINT_OR_GROUP.exec(text) : null
  if (either) {
    const [, head, tail] = either as unknown as [string, string, string]
    const thousands = { whole: head + tail, fraction: '' }
    // What is counted in whole numbers has no 1.2.
    const readings = decimals > 0 ? [thousands, { whole: head, fraction: tail }] : [thousands]
    return { sure: false, readings }
  }
  const point = DECIMAL_POINT.exec(text)
  if (point) return sure(point[1]!, point[2])
  const comma = DECIMAL_COMMA.exec(text)
  return comma && { sure: false, readings: [{ whole: comma[1]!, fraction: comma[2]! }] }
}
