// Records the events of a crash test in chronological order, to explain a failure.

export interface Moment {
  /** Real time. */
  atMs: number
  what: string
}

export interface Timeline {
  note(what: string): void
  moments(): readonly Moment[]
}

export function createTimeline(): Timeline {
  const moments: Moment[] = []
  return {
    note: (what) => void moments.push({ atMs: Date.now(), what }),
    moments: () => moments,
  }
}

export const inOrder = (moments: readonly Moment[]): Moment[] => moments.toSorted((a, b) => a.atMs - b.atMs)

const MOST_SHOWN = 60

/** The events that contain any of the words, and the kills, clock moves and starts between them. */
export function momentsAround(moments: readonly Moment[], words: readonly string[]): Moment[] {
  const all = inOrder(moments)
  const names = ({ what }: Moment) => words.some((word) => what.includes(word))
  const first = all.findIndex(names)
  if (first < 0) return []
  const last = all.findLastIndex(names)
  const isGeneral = ({ what }: Moment) => /^(kill|start|clock|fault)/.test(what)
  return all
    .slice(Math.max(0, first - 3), last + 4)
    .filter((moment) => names(moment) || isGeneral(moment))
    .slice(-MOST_SHOWN)
}
