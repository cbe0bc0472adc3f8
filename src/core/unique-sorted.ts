// Sorts the rows that a transaction is about to lock or insert.

/** Sorted by id, the last of each id only. All transactions lock in this order, so that they cannot deadlock. */
export function uniqueSorted<Thing>(things: readonly Thing[], idOf: (thing: Thing) => string): Thing[] {
  const unique = new Map(things.map((thing) => [idOf(thing), thing]))
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, thing]) => thing)
}
