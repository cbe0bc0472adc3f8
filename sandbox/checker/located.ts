// Finds values and their JSON pointers in a payload, for rules about a message or view as a whole.
import { isObject, type Json } from './shape.ts'

export interface Located<Value = unknown> {
  value: Value
  pointer: string
}

/** All values under the key `key`, at any depth, in document order. */
export function findAll(key: string, payload: unknown, at: string): Located[] {
  if (Array.isArray(payload)) return payload.flatMap((entry, index) => findAll(key, entry, `${at}/${index}`))
  if (!isObject(payload)) return []
  return Object.entries(payload).flatMap(([name, value]) =>
    name === key ? [{ value, pointer: `${at}/${name}` }] : findAll(key, value, `${at}/${name}`),
  )
}

/** The blocks of a list; containers and carousels are replaced by the blocks within them. */
export function innermostBlocks(blocks: unknown, at: string): Located<Json>[] {
  if (!Array.isArray(blocks)) return []
  return blocks.flatMap((block, index) => {
    const pointer = `${at}/${index}`
    if (!isObject(block)) return []
    if (block.type === 'container') return innermostBlocks(block.child_blocks, `${pointer}/child_blocks`)
    if (block.type === 'carousel') return innermostBlocks(block.elements, `${pointer}/elements`)
    return [{ value: block, pointer }]
  })
}
