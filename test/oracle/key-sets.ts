// Computes the shape of a payload (every key at any depth with its value types), and the differences between two shapes.

/** `event.blocks[].elements[].type` → `string`; the members of a list are taken together. */
export type Shape = ReadonlyMap<string, ReadonlySet<string>>

/** Keys that are ids stand for any. */
const ID = /^[A-Z]+[A-Z0-9]{8,}$/

export function shapeOf(value: unknown): Shape {
  const shape = new Map<string, Set<string>>()
  const walk = (inner: unknown, at: string) => {
    if (Array.isArray(inner)) for (const one of inner) walk(one, `${at}[]`)
    else if (typeof inner === 'object' && inner !== null)
      for (const [key, child] of Object.entries(inner)) {
        const name = ID.test(key) ? '*' : key
        const path = at === '' ? name : `${at}.${name}`
        shape.set(path, (shape.get(path) ?? new Set()).add(kindOf(child)))
        walk(child, path)
      }
  }
  walk(value, '')
  return shape
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'list' : typeof value
}

/** `- key` is in theirs alone, `+ key` in ours alone, `~ key: …` is of another kind; what is below one of those is not named. */
export function differences(ours: Shape, theirs: Shape): string[] {
  const missing = outermost(theirs, ours).map((path) => `- ${path}`)
  const extra = outermost(ours, theirs).map((path) => `+ ${path}`)
  const others = [...ours].flatMap(([path, kinds]) => {
    const known = theirs.get(path)
    const shared = known === undefined || [...kinds].some((kind) => known.has(kind))
    return shared ? [] : [`~ ${path}: ${[...kinds].join('|')}, not ${[...known].join('|')}`]
  })
  return [...missing, ...extra, ...others].sort()
}

function outermost(some: Shape, others: Shape): string[] {
  const absent = [...some.keys()].filter((path) => !others.has(path))
  return absent.filter((path) => !absent.some((other) => isBelow(path, other)))
}

const isBelow = (path: string, other: string) => path.startsWith(`${other}.`) || path.startsWith(`${other}[]`)
