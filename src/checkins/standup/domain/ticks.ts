// Decides which plan lines stand together as boxes on the Home tab, and which of them a press ticks off.

/** Slack's most boxes in one group. */
export const BOXES_IN_GROUP = 10
/** A plan has no more lines. */
export const LINES_TICKED = 20

export const groupsOf = <Line>(lines: readonly Line[]): Line[][] =>
  Array.from({ length: Math.ceil(lines.length / BOXES_IN_GROUP) }, (_, part) =>
    lines.slice(part * BOXES_IN_GROUP, (part + 1) * BOXES_IN_GROUP),
  )

/** Tells whether the boxes that were pressed are still the ones that are shown: by their first and last line, and their number. */
export function groupMark(lines: readonly { itemId: string }[]): string {
  const tail = (itemId: string | undefined) => itemId?.replaceAll('-', '').slice(-12) ?? ''
  return `${lines.length}.${tail(lines[0]?.itemId)}.${tail(lines.at(-1)?.itemId)}`
}

/** Null: the plan is another by now, so that what was not ticked says nothing. */
export function ticksIn(
  open: readonly { itemId: string }[],
  mark: string,
  pressed: readonly string[],
): { shown: string[]; ticked: string[] } | null {
  const group = groupsOf(open).find((lines) => groupMark(lines) === mark)
  if (!group) return null
  const shown = group.map(({ itemId }) => itemId)
  return { shown, ticked: shown.filter((itemId) => pressed.includes(itemId)) }
}
