// Puts what a transaction is about to lock or insert in an order.

/** Each id once, the last that came with it, in the same order for everyone: two transactions never wait for each other in a ring. */
export function uniqueSorted<Thing>(things: readonly Thing[], idOf: (thing: Thing) => string): Thing[] {
  const unique = new Map(things.map((thing) => [idOf(thing), thing]))
  return [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, thing]) => thing)
}
