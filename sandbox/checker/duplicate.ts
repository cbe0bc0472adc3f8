// Finds duplicate ids: block ids in one list of blocks, action ids in one block.
import { findAll, innermostBlocks, type Located } from './located.ts'
import type { Problem } from './problem.ts'

/** All duplicate ids in a list of blocks. */
export function duplicates(blocks: unknown, at: string): Problem[] {
  const actions = innermostBlocks(blocks, at).flatMap(({ value, pointer }) =>
    repeated('action_id', findAll('action_id', value, pointer)),
  )
  return [...repeated('block_id', findAll('block_id', blocks, at)), ...actions]
}

function repeated(name: string, places: Located[]): Problem[] {
  const seen = new Set<unknown>()
  return places.flatMap(({ value, pointer }) => {
    if (typeof value !== 'string') return []
    if (seen.has(value))
      return [{ pointer, rule: `${name}.duplicate`, message: `${name} already exists: ${value}` }]
    seen.add(value)
    return []
  })
}
