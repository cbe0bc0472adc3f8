// Sums months to the year or quarter that they make: the team's whole, and each rep's part.
import type { MemberId } from '../../core/ids.ts'
import type { Metric } from '../../numbers/domain/metrics.ts'
import type { PlannedMonth } from './plan.ts'
import type { PlannedPart } from './plan-month.ts'

/** Ratios and levels are no sums: the whole is that of the last month. Null: no month has one. */
export function sumOver(
  months: readonly PlannedMonth[],
  { kind }: Pick<Metric, 'kind'>,
  was: number | null,
): number | null {
  const wholes = months.flatMap(({ whole }) => (whole === null ? [] : [whole]))
  if (wholes.length === 0) return was
  return kind === 'additive' ? wholes.reduce((sum, whole) => sum + whole, 0) : wholes.at(-1)!
}

/** Each rep's part of all the months; of a single month as it is. */
export function partsOver(months: readonly PlannedMonth[], metric: Pick<Metric, 'kind'>): PlannedPart[] {
  if (months.length === 1) return [...months[0]!.parts]
  const byMember = new Map<MemberId, PlannedPart[]>()
  const open = new Map<MemberId, PlannedPart[]>()
  for (const { parts, isOver } of months)
    for (const part of parts) {
      push(byMember, part)
      if (!isOver) push(open, part)
    }
  return [...byMember].flatMap(([memberId, parts]) => {
    const coming = open.get(memberId)
    return coming ? [joined(parts, coming, metric, months.length)] : []
  })
}

function push(map: Map<MemberId, PlannedPart[]>, part: PlannedPart): void {
  const known = map.get(part.memberId)
  if (known) known.push(part)
  else map.set(part.memberId, [part])
}

function joined(
  parts: readonly PlannedPart[],
  open: readonly PlannedPart[],
  { kind }: Pick<Metric, 'kind'>,
  months: number,
): PlannedPart {
  const last = open.at(-1)!
  const before = parts.flatMap((part) => (part.before === null ? [] : [part.before]))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const summed = kind === 'additive'
  const was = summed ? sum(before) : before.at(-1)!
  const value = summed ? sum(parts.map((part) => part.value)) : last.value
  return {
    ...{ memberId: last.memberId, value, before: before.length === 0 ? null : was },
    byHand: open.every(({ byHand }) => byHand),
    until: last.until,
    present: sum(parts.map(({ present }) => present)) / months,
    changed: before.length === 0 || value !== was,
  }
}
