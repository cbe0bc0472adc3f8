// Picks by chance, for whoever plans a crash test.
import type { Chance } from '../../demo/chance.ts'

export const pick = <Item>(items: readonly Item[], chance: Chance): Item =>
  items[Math.floor(chance() * items.length)]!
