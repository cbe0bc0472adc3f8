// Picks random elements for a crash test.
import type { Random } from '../../demo/random.ts'

export const pick = <Item>(items: readonly Item[], random: Random): Item =>
  items[Math.floor(random() * items.length)]!
